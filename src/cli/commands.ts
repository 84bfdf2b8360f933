import type { World } from '../world.ts'

/** Flags as they were given: text for those with a value, true for those without, a list for those that repeat. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>
/** Runs a command and gives the exit code: 0 done, 1 the answer is no. Failures are thrown as UserError. */
export type Run = (world: World, args: readonly string[], flags: Flags) => Promise<number>
export type Command = {
  readonly word: string
  /** Arguments as help shows them: `<x>` needed, `[x]` optional, `...` several. */
  readonly args?: string
  readonly says: string
  readonly flags?: readonly (readonly [form: string, says: string])[]
  readonly example: string
  readonly hidden?: true
  load(): Promise<{ readonly run: Run }>
}

const json = ['--json', 'one JSON document'] as const
const plain = ['--plain', 'line by line, for screen readers and logs'] as const

/** Every command. Dispatch, --help and the README's table are read from here. */
export const commands: readonly Command[] = [
  {
    word: 'home',
    says: 'what today holds, and where to go',
    flags: [plain],
    example: 'lambda-study',
    hidden: true,
    load: () => import('./home.ts'),
  },
  {
    word: 'today',
    says: 'the daily session: what is due and what is new',
    flags: [['--minutes <n>', 'how long it may take'], ['--topic <topic>', 'only this topic'], plain],
    example: 'lambda-study today --minutes 5',
    load: () => import('./today.ts'),
  },
  {
    word: 'quiz',
    args: '[what...]',
    says: 'questions now, due or not: a topic, a note, weak, leeches, flagged, confused, or everything',
    flags: [['--questions <n>', 'how many (10)'], ['--kind <kind>', 'only cards of this kind'], plain],
    example: 'lambda-study quiz limits pricing --questions 5',
    load: () => import('./quiz.ts'),
  },
  {
    word: 'search',
    args: '[words...]',
    says: 'notes and cards by keyword, best first',
    flags: [
      ['--topic <topic>', 'only this topic'],
      ['--kind <kind>', 'only cards of this kind, or note'],
      ['--limit <n>', 'at most so many (20)'],
      json,
    ],
    example: 'lambda-study search cold start',
    load: () => import('./search.ts'),
  },
  {
    word: 'notes',
    args: '[topic]',
    says: 'read the notes as pages',
    example: 'lambda-study notes limits',
    load: () => import('./notes.ts'),
  },
  {
    word: 'status',
    says: 'due, new, minutes, ideas held, streak, exam',
    flags: [json],
    example: 'lambda-study status --json',
    load: () => import('./status.ts'),
  },
  {
    word: 'due',
    says: 'the number of ideas due today; exit code 1 when there is none',
    flags: [['--quiet', 'print nothing']],
    example: 'lambda-study due --quiet && lambda-study',
    load: () => import('./due.ts'),
  },
  {
    word: 'check',
    args: '<path...>',
    says: 'finds what is wrong with a deck: file, line, remedy',
    flags: [json],
    example: 'lambda-study check my-deck',
    load: () => import('./check.ts'),
  },
  {
    word: 'decks',
    args: '[action] [deck]',
    says: 'lists your decks; add PATH, remove NAME',
    flags: [json],
    example: 'lambda-study decks add ~/decks/dynamodb',
    load: () => import('./decks.ts'),
  },
  {
    word: 'new',
    args: '<what> <path>',
    says: 'new deck PATH: a small deck to begin with',
    example: 'lambda-study new deck ~/decks/dynamodb',
    load: () => import('./new.ts'),
  },
  {
    word: 'config',
    args: '[action] [key] [value]',
    says: 'settings: list, get KEY, set KEY VALUE',
    flags: [json],
    example: 'lambda-study config set minutes 15',
    load: () => import('./config.ts'),
  },
  {
    word: 'where',
    says: 'the paths in use',
    flags: [json],
    example: 'lambda-study where',
    load: () => import('./where.ts'),
  },
  {
    word: 'flag',
    args: '<id>',
    says: 'marks a card to come back to',
    example: 'lambda-study flag limits/radio-archive',
    load: async () => ({ run: (await import('./change.ts')).changes.flag }),
  },
  {
    word: 'unflag',
    args: '<id>',
    says: 'takes the mark off',
    example: 'lambda-study unflag limits/radio-archive',
    load: async () => ({ run: (await import('./change.ts')).changes.unflag }),
  },
  {
    word: 'suspend',
    args: '<id>',
    says: 'asks a card or an idea no more',
    example: 'lambda-study suspend limits/radio-archive',
    load: async () => ({ run: (await import('./change.ts')).changes.suspend }),
  },
  {
    word: 'unsuspend',
    args: '<id>',
    says: 'asks it again',
    example: 'lambda-study unsuspend limits/radio-archive',
    load: async () => ({ run: (await import('./change.ts')).changes.unsuspend }),
  },
  {
    word: 'reset',
    args: '<id>',
    says: 'begins an idea anew; its answers stay in the record',
    example: 'lambda-study reset limits/max-timeout',
    load: async () => ({ run: (await import('./change.ts')).changes.reset }),
  },
  {
    word: 'undo',
    says: 'takes back the last answer or change',
    example: 'lambda-study undo',
    load: () => import('./undo.ts'),
  },
  {
    word: 'export',
    args: '<what>',
    says: 'json: the deck; reviews: every answer',
    flags: [
      ['--out <file>', 'into a new file'],
      ['--deck <name>', 'another deck than the built-in one'],
    ],
    example: 'lambda-study export reviews > reviews.jsonl',
    load: () => import('./export.ts'),
  },
]
