import { UserError } from '../error.ts'
import { offerOf, papersFor } from '../study/exam.ts'
import { examOf } from '../study/settings.ts'
import { openSitting } from '../study/sitting.ts'
import type { Model } from '../ui/model.ts'
import type { Flags, Run } from './command.ts'
import { nearest } from './nearest.ts'
import { numberFlag, textFlag } from './print.ts'
import { openScreens } from './screens.ts'

export const run: Run = async (world, _args, flags) => {
  const questions = numberFlag(flags, 'questions', 1, 500)
  const minutes = numberFlag(flags, 'minutes', 1, 600)
  const named = textFlag(flags, 'exam')
  const paper = textFlag(flags, 'paper')?.toUpperCase()
  if (paper !== undefined && questions !== undefined)
    throw new UserError('A paper has the questions that it has.', 'leave --questions or --paper out', 2)
  const begin = async (model: Model) => {
    const { openExam } = await import('../ui/screens/lobby.ts')
    const moment = { elapsed: world.elapsed() }
    const wished = [named, paper, questions, minutes, flags.strict].some(flag => flag !== undefined)
    if (openSitting(model.progress.sittings)) {
      const begun = openExam(model, moment)
      return wished ? { ...begun, notice: 'This exam was begun before: hand it in, then begin another.' } : begun
    }
    if (!wished) return openExam(model, moment)
    const exam = examFor(model, named)
    const title = paper === undefined ? 'Your exam' : `Paper ${paper}`
    const wishes = {
      exam,
      ...(paper !== undefined && { paper }),
      ...(questions !== undefined && { questions }),
      ...(minutes !== undefined && { minutes }),
    }
    const offer = offerOf(model.bank, model.progress, title, wishes) ?? nothingFor(model, exam, paper)
    return openExam(model, moment, { at: 'lobby', offers: [offer], cursor: 0, strict: isOn(flags) })
  }
  return openScreens(world, flags, { anyway: begin })
}

const isOn = ({ strict }: Flags): boolean => strict === true

function examFor({ bank, settings }: Model, named: string | undefined): string {
  const exams = Object.keys(bank.exams)
  const wanted = named ?? examOf(settings) ?? (exams.length === 1 ? exams[0] : undefined)
  const exam = exams.find(own => own.toLowerCase() === wanted?.toLowerCase()) ?? wanted
  if (exam !== undefined && exams.includes(exam)) return exam
  if (exam === undefined) throw new UserError('Which exam?', `--exam takes one of ${exams.join(', ')}`, 2)
  const near = nearest(exam, exams)
  throw new UserError(
    `There is no exam "${exam}".`,
    near ? `did you mean ${near}?` : exams.length === 0 ? 'no deck has one' : `use one of ${exams.join(', ')}`,
    2,
  )
}

function nothingFor({ bank }: Model, exam: string, paper: string | undefined): never {
  const papers = papersFor(bank, exam).map(one => one.paper)
  if (paper === undefined)
    throw new UserError(`There is no scenario for ${exam} in the decks.`, 'another exam, or another deck', 1)
  throw new UserError(
    `There is no paper ${paper} for ${exam} that was not sat yet.`,
    papers.length === 0 ? 'lambda-study exam draws a new exam' : `left: ${papers.join(', ')}`,
    1,
  )
}
