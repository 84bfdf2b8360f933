import type { Answer, QuestionBy, ShownOption } from '../../kinds/kind.ts'
import { blank, type Line, labelled, line, marked, quiet, run, type Tone, wrap } from '../lines.ts'
import type { Feedback, Model } from '../model.ts'
import { paragraphs } from './question.ts'

/** A question with its judged answer. */
type Judged = Pick<Feedback, 'question' | 'answer' | 'verdict' | 'others'>

/** What was answered, what is right, and why. `calm`: without the reasons, which are known. */
export function answerLines(model: Model, screen: Judged, width: number, calm: boolean): readonly Line[] {
  const { question } = screen
  switch (question.by) {
    case 'recall':
      return paragraphs(question.back, width)
    case 'type':
      return typedLines(screen, question, width, calm)
    case 'choose':
      return chosenLines(model, screen, question, width, calm)
    case 'match':
      return matchedLines(model, screen.answer, question, width)
    case 'order':
      return orderedLines(model, screen.answer, question, width)
  }
}

function typedLines(
  { answer, verdict }: Judged,
  question: QuestionBy<'type'>,
  width: number,
  calm: boolean,
): readonly Line[] {
  const missed = answer.by === 'type' && answer.text !== undefined && verdict.is !== 'right'
  const typed = missed ? [...wrap(line(quiet('you    '), answer.text ?? ''), width), blank] : []
  const right = question.expected
    ? [...wrap(line(quiet('right  '), { text: question.answer, bold: true }), width)]
    : paragraphs(
        question.prompt.replace(/____(?: \([^)]*\))?/, () => `**${question.answer}**`),
        width,
      )
  const solution = question.solution === undefined ? [] : [blank, ...paragraphs(question.solution, width)]
  const { why } = question.card
  return [...typed, ...right, ...solution, ...(why === undefined || calm ? [] : [blank, ...paragraphs(why, width)])]
}

function chosenLines(
  model: Model,
  screen: Judged,
  question: QuestionBy<'choose'>,
  width: number,
  calm: boolean,
): readonly Line[] {
  const { answer } = screen
  const picked = answer.by === 'choose' ? answer.picked : []
  const shown = question.options.filter(option => option.right || picked.includes(option.id) || screen.others)
  const order = (option: ShownOption) => (picked.includes(option.id) && !option.right ? 0 : option.right ? 1 : 2)
  return [...shown]
    .sort((a, b) => order(a) - order(b))
    .flatMap((option, i) => [
      ...(i === 0 ? [] : [blank]),
      ...optionLines(model, question, option, picked.includes(option.id), width, calm),
    ])
}

/** Group by group; what was put elsewhere says where. */
function matchedLines(
  { glyphs }: Model,
  answer: Answer,
  { groups, items }: QuestionBy<'match'>,
  width: number,
): readonly Line[] {
  const given = answer.by === 'match' ? answer.groups : []
  return groups.flatMap((name, group) => [
    ...(group === 0 ? [] : [blank]),
    ...wrap(line({ text: name, bold: true }), width),
    ...items.flatMap((item, i) => {
      if (item.group !== group) return []
      const hit = given[i] === group
      const sign = hit ? run(`  ${glyphs.right} `, 'right') : run(`  ${glyphs.wrong} `, 'wrong')
      const other = groups[given[i] ?? -1]
      return labelled(
        line(sign),
        line(item.text, ...(hit || other === undefined ? [] : [quiet(`  you: ${other}`)])),
        width,
      )
    }),
  ])
}

/** The right order; the steps that stood elsewhere say where. */
function orderedLines(
  { glyphs }: Model,
  answer: Answer,
  { steps }: QuestionBy<'order'>,
  width: number,
): readonly Line[] {
  const given = answer.by === 'order' ? answer.order : []
  return [...steps.keys()]
    .sort((a, b) => (steps[a]?.place ?? 0) - (steps[b]?.place ?? 0))
    .flatMap((shown, place) => {
      const yours = given.indexOf(shown)
      const hit = yours === place
      const lead = line(run(hit ? `${glyphs.right} ` : `${glyphs.wrong} `, hit ? 'right' : 'wrong'), `${place + 1}  `)
      return labelled(
        lead,
        line(steps[shown]?.text ?? '', ...(hit || yours < 0 ? [] : [quiet(`  you: ${yours + 1}`)])),
        width,
      )
    })
}

function optionLines(
  { glyphs }: Model,
  question: QuestionBy<'choose'>,
  option: ShownOption,
  picked: boolean,
  width: number,
  calm: boolean,
): readonly Line[] {
  const letter = 'abcdef'[question.options.indexOf(option)] ?? ''
  const tone: Tone = option.right ? 'right' : 'quiet'
  const narrow = width < 60
  const missed = option.right && !picked
  const word = option.right
    ? `${glyphs.right} ${narrow ? '' : missed || question.choose > 1 ? 'right' : 'you'}`
    : picked
      ? 'you'
      : ''
  const label = line(
    run(
      (narrow ? word.padEnd(4) : option.right ? word.padEnd(9) : `  ${word}`.padEnd(9)).slice(0, narrow ? 4 : 9),
      tone,
    ),
    `${letter}${narrow ? ' ' : '  '}`,
  )
  const indent = narrow ? 6 : 12
  // On a narrow screen the reason matters more than the option, which was read a moment ago.
  if (narrow && picked && !option.right) return labelled(label, marked(option.why), width, indent)
  const says = line(...marked(option.text), ...(missed && question.choose > 1 ? [quiet('  you missed it')] : []))
  const text = labelled(label, says, width, indent)
  return calm && option.right ? text : [...text, ...labelled([], marked(option.why), width, indent)]
}
