import type { CardId } from '../../src/deck/deck.ts'
import type { Bank } from '../../src/study/bank.ts'
import type { ExamAnswerDraft, ExamEvent, ExamMarkDraft, ExamStartDraft } from '../../src/study/event.ts'
import { questionAt } from '../../src/study/exam-question.ts'
import type { Sitting } from '../../src/study/sitting.ts'
import type { Model } from '../../src/ui/model.ts'
import { choiceIn } from '../../src/ui/screens/exam.ts'
import { update } from '../../src/ui/update.ts'
import type { Instant } from '../../src/world.ts'
import { cardId } from './deck.ts'
import type { Played } from './play.ts'

export const minute = 60_000
const dayMs = 86_400_000

/** Writes down what a person does in an exam: every event a second later than the one before, from nine o'clock on a day. */
export function examDiary(session = 'exam', day = 20_000) {
  let at = day * dayMs + 9 * 3_600_000
  let count = 0
  const stamp = () => {
    at += 1000
    const id = `${session}-${String(count++).padStart(4, '0')}`
    return { v: 1, id, at: at as Instant, day, offset: 0 } as const
  }
  return {
    /** Lets time pass. */
    later(ms: number) {
      at += ms
    },
    /** Cards as in `limits/timeout-choice`; twenty minutes. */
    start(cards: string, over: Partial<ExamStartDraft> = {}): ExamEvent {
      const names: readonly CardId[] = cards.split(' ').map(cardId)
      return {
        ...stamp(),
        type: 'exam-start',
        session,
        exam: 'DVA',
        strict: false,
        cards: names,
        hinges: names.map(() => null),
        unscored: [],
        seed: 7,
        deadline: at + 20 * minute,
        ...over,
      }
    },
    answer: (place: number, answer: string, over: Partial<ExamAnswerDraft> = {}): ExamEvent => ({
      ...stamp(),
      type: 'exam-answer',
      session,
      place,
      answer: answer === '' ? [] : answer.split(' '),
      flagged: false,
      ms: 1000,
      next: place,
      ...over,
    }),
    mark: (type: ExamMarkDraft['type']): ExamEvent => ({ ...stamp(), type, session }),
  }
}

/** What to pick at a place so that it comes out right, partly right or wrong. */
export function picksFor(sitting: Sitting, bank: Bank, place: number, how: 'right' | 'partly' | 'wrong'): string {
  const question = questionAt(sitting, bank, place)
  if (!question) throw new Error(`There is no question ${place + 1}.`)
  const of = (right: boolean) => question.options.filter(option => option.right === right).map(({ id }) => id)
  const picked = how === 'right' ? of(true) : how === 'partly' ? [...of(true).slice(1), ...of(false)] : of(false)
  return picked.slice(0, question.choose).join(' ')
}

/** The letters of the right options on the screen, or of as many wrong ones as are asked for. */
export function lettersFor({ model }: Played, how: 'right' | 'wrong'): readonly string[] {
  const choice = choiceIn(model)
  if (!choice) throw new Error('Nothing is chosen here.')
  const { options, choose } = choice.question
  const letters = options.flatMap(({ right }, i) => (right === (how === 'right') ? ['abcdef'[i] ?? ''] : []))
  return letters.slice(0, choose)
}
/** Answers the question on the screen, and goes to the next one. */
export const answered = (at: Played, how: 'right' | 'wrong'): Played =>
  at.press(`${lettersFor(at, how).join(' ')} enter`)

/** Answers question after question until the list comes. */
export const answeredAll = (at: Played, how: (place: number) => 'right' | 'wrong', place = 0): Played =>
  at.at === 'exam' ? answeredAll(answered(at, how(place)), how, place + 1) : at

/** The model after time has passed for both clocks, or for one of them. */
export function ticked({ model, events }: Played, ms: number, measured: number = ms): Model {
  const at = (Math.max(model.now, model.lastAt) + ms) as Instant
  const input = {
    does: 'tick',
    key: '',
    at,
    offset: 60,
    elapsed: model.elapsed + measured,
    seed: events.length,
  } as const
  return update(model, input).model
}
