import { examOf } from '../../study/settings.ts'
import { topicStats } from '../../study/stats.ts'
import { cutTo, fitted, line, quiet, run, widthOf } from '../lines.ts'
import type { View } from './view.ts'
import { counted, examName } from './words.ts'

export const topicsBody: View<'topics'> = (model, { cursor }, width) => {
  const topics = [...model.bank.topics.values()]
  const stats = new Map(
    topicStats(model.bank, model.progress, examOf(model.settings), model.day).map(stat => [stat.topic.id, stat]),
  )
  const narrow = width < 60
  const room = Math.min(width - 19, Math.max(...topics.map(topic => widthOf(line(topic.title)))))
  const lines = topics.map(({ id, title, notes }, i) => {
    const here = i === cursor
    const stat = stats.get(id)
    const share = stat
      ? `${stat.held}${narrow ? '/' : ' of '}${stat.all}${narrow ? '' : ' held'}`
      : counted(notes.length, 'note')
    return cutTo(
      line(
        run(here ? `${model.glyphs.here} ` : '  ', 'accent'),
        ...fitted(
          line(run(title, here ? 'accent' : 'text')),
          narrow ? Math.min(width - 10, widthOf(line(title))) : room,
        ),
        '   ',
        quiet(share),
      ),
      width,
    )
  })
  return { left: line(quiet('Notes')), right: line(quiet(examName(model))), lines, focus: [cursor, cursor] }
}
