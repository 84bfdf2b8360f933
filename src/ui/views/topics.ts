import { examOf } from '../../study/settings.ts'
import { topicStats } from '../../study/stats.ts'
import { cutTo, line, quiet, run } from '../lines.ts'
import type { View } from './view.ts'
import { counted, examName } from './words.ts'

export const topicsBody: View<'topics'> = (model, { cursor }, width) => {
  const topics = [...model.bank.topics.values()]
  const stats = new Map(
    topicStats(model.bank, model.progress, examOf(model.settings), model.day).map(stat => [stat.topic.id, stat]),
  )
  const narrow = width < 60
  const room = Math.max(...topics.map(topic => topic.title.length))
  const lines = topics.map(({ id, title, notes }, i) => {
    const here = i === cursor
    const stat = stats.get(id)
    const share = stat
      ? `${stat.held}${narrow ? '/' : ' of '}${stat.all}${narrow ? '' : ' held'}`
      : counted(notes.length, 'note')
    return cutTo(
      line(
        run(here ? `${model.glyphs.here} ` : '  ', 'accent'),
        run(narrow ? title : title.padEnd(room), here ? 'accent' : 'text'),
        '   ',
        quiet(share),
      ),
      width,
    )
  })
  return { left: line(quiet('Notes')), right: line(quiet(examName(model))), lines, focus: [cursor, cursor] }
}
