import { isTooSmall } from './frame.ts'
import { type At, back, type Input, type Model, type ScreenAt, type Step } from './model.ts'
import {
  canUndo,
  counts,
  hasArranged,
  hasChanged,
  hasChosen,
  hasLess,
  hasMore,
  hasOthers,
  hasPlaced,
  hasWhatIf,
  isCalm,
  isCompact,
  isHidden,
  isNot,
  isTurned,
  lacksChoice,
  lacksPlaces,
} from './when.ts'

type Key = {
  readonly on: readonly At[]
  readonly press: readonly string[]
  readonly does: string
  /** What it does, in a word or two; empty: goes without saying. */
  readonly says: string
  /** How it is written where `press[0]` does not say it. */
  readonly shown?: string
  /** What the palette calls it, where `says` needs the screen around it. */
  readonly named?: string
  /** What each of the keys stands for, where they differ. */
  readonly each?: readonly string[]
  /** In help, not in the footer. */
  readonly quiet?: true
  readonly when?: (model: Model) => boolean
}

const typing = ['date', 'minutes', 'type', 'search', 'palette'] as const
const reading = [
  'recall',
  'commit',
  'choose',
  'match',
  'order',
  'feedback',
  'summary',
  'page',
  'help',
  'home',
  'type',
  'rating',
  'date',
  'minutes',
  'welcome',
  'lobby',
  'exam',
  'handin',
  'paused',
  'report',
  'through',
  'face',
  'progress',
] as const
const plain = [
  'welcome',
  'home',
  'recall',
  'commit',
  'choose',
  'match',
  'order',
  'feedback',
  'summary',
  'topics',
  'page',
  'rating',
  'lobby',
  'exam',
  'jump',
  'handin',
  'paused',
  'report',
  'through',
  'idea',
  'face',
  'progress',
  'ideas',
] as const
/** What is scrolled by arrows, for want of anything to choose. */
const scrolling = [
  'recall',
  'commit',
  'feedback',
  'summary',
  'page',
  'help',
  'home',
  'rating',
  'handin',
  'paused',
  'report',
  'through',
  'face',
  'progress',
] as const

/** What has a cursor on its rows. */
const lists = ['welcome', 'topics', 'ideas', 'lobby', 'jump', 'match', 'order', 'idea'] as const

/** Every key of the app. Handling, footer, help and the README's table are read from here. */
export const keys = [
  { on: lists, press: ['up', 'k'], does: 'previous', says: 'up', shown: '↑ k', quiet: true },
  { on: lists, press: ['down', 'j'], does: 'next', says: 'down', shown: '↓ j', quiet: true },
  {
    on: ['welcome'],
    press: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    does: 'take',
    says: 'choose',
    shown: '1 2 3',
  },
  { on: ['welcome'], press: ['enter', 'space'], does: 'accept', says: 'go on' },
  { on: ['date', 'minutes'], press: ['enter'], does: 'accept', says: 'go on' },
  { on: ['date'], press: ['tab'], does: 'without', says: 'no date yet' },

  // What home leads to, the palette leads to from anywhere.
  { on: ['home'], press: ['enter', 'space'], does: 'begin', says: 'start', named: "today's session" },
  { on: ['home'], press: ['n'], does: 'notes', says: 'notes' },
  { on: ['home'], press: ['e'], does: 'exam', says: 'exam', named: 'exam room' },
  { on: ['home'], press: ['p'], does: 'progress', says: 'progress' },

  { on: ['progress'], press: ['t'], does: 'topics', says: 'topics', when: isNot('topics') },
  { on: ['progress'], press: ['y'], does: 'kinds', says: 'kinds', when: isNot('kinds') },
  { on: ['progress'], press: ['c'], does: 'calendar', says: 'calendar', when: isNot('calendar') },
  { on: ['progress'], press: ['d'], does: 'due', says: 'due', when: isNot('due') },
  { on: ['progress'], press: ['i'], does: 'ideas', says: 'ideas' },
  { on: ['progress'], press: ['x'], does: 'save', says: 'as text' },
  { on: ['ideas'], press: ['enter', 'space', 'right', 'l'], does: 'open', says: 'read' },
  { on: ['ideas'], press: ['tab'], does: 'quiz', says: 'quiz' },
  { on: ['ideas'], press: ['pagedown', 'ctrl+d'], does: 'leapDown', says: 'ten down', quiet: true },
  { on: ['ideas'], press: ['pageup', 'ctrl+b'], does: 'leapUp', says: 'ten up', quiet: true },

  { on: ['lobby'], press: ['enter', 'space'], does: 'begin', says: 'begin or open' },
  { on: ['lobby'], press: ['s'], does: 'strict', says: 'with or without pauses' },
  {
    on: ['choose', 'exam'],
    press: ['a', 'b', 'c', 'd', 'e', 'f', '1', '2', '3', '4', '5', '6'],
    does: 'pick',
    says: 'choose',
    shown: 'a b c d',
  },
  { on: ['choose', 'exam'], press: ['up', 'k'], does: 'previous', says: 'option above', shown: '↑ k', quiet: true },
  { on: ['choose', 'exam'], press: ['down', 'j'], does: 'next', says: 'option below', shown: '↓ j', quiet: true },
  { on: ['choose', 'exam'], press: ['space', 'x'], does: 'mark', says: 'choose the marked one', quiet: true },
  { on: ['exam'], press: ['enter', 'right', 'l', 'n'], does: 'go', says: 'next' },
  {
    on: ['exam'],
    press: ['left', 'h', 'p'],
    does: 'goBack',
    says: 'back',
    shown: '←',
    named: 'question before',
    quiet: true,
  },
  { on: ['exam'], press: ['t'], does: 'story', says: 'story', when: isCompact },
  { on: ['exam'], press: ['m'], does: 'flag', says: 'flag' },
  { on: ['exam'], press: ['tab', 'g'], does: 'jump', says: 'list' },
  { on: ['exam'], press: ['esc'], does: 'pause', says: 'pause' },
  { on: ['jump'], press: ['enter', 'space', 'right', 'l'], does: 'open', says: 'go there' },
  { on: ['jump'], press: ['u'], does: 'unanswered', says: 'next open' },
  { on: ['jump'], press: ['m'], does: 'flagged', says: 'next flagged' },
  { on: ['jump'], press: ['i'], does: 'handIn', says: 'hand in' },
  { on: ['handin'], press: ['enter'], does: 'handIn', says: 'hand in' },
  { on: ['paused'], press: ['enter', 'space'], does: 'goOn', says: 'go on' },
  { on: ['report'], press: ['enter', 'space'], does: 'open', says: 'go through them' },
  { on: ['report'], press: ['a'], does: 'all', says: 'all' },
  { on: ['report'], press: ['d'], does: 'byDomain', says: 'by domain' },
  { on: ['report'], press: ['w'], does: 'wrong', says: 'wrong ones', quiet: true },
  { on: ['report'], press: ['m'], does: 'flagged', says: 'flagged ones', quiet: true },
  { on: ['report'], press: ['s'], does: 'slow', says: 'slowest', quiet: true },
  { on: ['report'], press: ['x'], does: 'save', says: 'save as text' },
  { on: ['through'], press: ['enter', 'space', 'right', 'l', 'n'], does: 'next', says: 'next' },
  { on: ['through'], press: ['left', 'h', 'p'], does: 'previous', says: 'back', shown: '←', named: 'question before' },
  { on: ['through'], press: ['o'], does: 'others', says: 'other options' },
  { on: ['through'], press: ['m'], does: 'flag', says: 'flag', quiet: true },

  {
    on: ['commit'],
    press: ['1', '2', '3'],
    does: 'open',
    says: 'open the options',
    shown: '1 2 3',
    each: ['sure', 'think so', 'no idea'],
  },

  { on: ['recall'], press: ['enter', 'space'], does: 'turn', says: 'show the answer', when: isHidden },
  {
    on: ['recall'],
    press: ['1', '2', '3', '4'],
    does: 'recalled',
    says: 'how it went',
    shown: '1 2 3 4',
    each: ['missed', 'barely', 'yes', 'at once'],
    when: isTurned,
  },

  { on: ['choose'], press: ['enter'], does: 'answer', says: 'answer', when: hasChosen },
  { on: ['choose'], press: ['t'], does: 'story', says: 'story', when: isCompact },
  { on: ['choose'], press: ['enter'], does: 'missing', says: '', when: lacksChoice },
  { on: ['match', 'order'], press: ['enter'], does: 'missing', says: '', when: lacksPlaces },

  { on: ['type'], press: ['enter'], does: 'answer', says: 'answer' },
  { on: ['type'], press: ['tab'], does: 'reveal', says: 'show the answer' },

  { on: ['match'], press: ['1', '2', '3', '4', '5'], does: 'assign', says: 'put into this group', shown: '1 2 3' },
  { on: ['order'], press: ['a', 'b', 'c', 'd', 'e', 'f'], does: 'place', says: 'comes next', shown: 'a b c d' },
  { on: ['order'], press: ['space'], does: 'placeHere', says: 'the marked one comes next', quiet: true },
  { on: ['order'], press: ['backspace'], does: 'takeBack', says: 'take back', when: hasPlaced },
  { on: ['match', 'order'], press: ['enter'], does: 'answer', says: 'answer', when: hasArranged },

  { on: ['feedback'], press: ['enter', 'space'], does: 'go', says: 'next' },
  { on: ['feedback'], press: ['w'], does: 'whatIf', says: 'what if', when: hasWhatIf },
  { on: ['feedback'], press: ['i'], does: 'idea', says: 'the idea', when: isCalm },
  { on: ['feedback'], press: ['o'], does: 'others', says: 'other options', when: hasOthers },
  { on: ['feedback'], press: ['t'], does: 'story', says: 'the question', quiet: true },
  { on: ['feedback'], press: ['r'], does: 'rating', says: 'change the rating', quiet: true, when: counts },
  { on: ['type'], press: ['ctrl+t'], does: 'undo', says: 'undo', quiet: true, when: canUndo },
  { on: ['type'], press: ['ctrl+f'], does: 'flag', says: 'flag', quiet: true },
  { on: ['feedback'], press: ['s'], does: 'suspend', says: 'suspend this card', quiet: true },
  { on: ['page'], press: ['s'], does: 'suspend', says: 'suspend this idea', quiet: true },
  { on: ['page'], press: ['r'], does: 'reset', says: 'begin this idea anew', quiet: true },
  {
    on: ['rating'],
    press: ['1', '2', '3', '4'],
    does: 'rate',
    says: 'rating',
    shown: '1 2 3 4',
    each: ['Again', 'Hard', 'Good', 'Easy'],
  },

  { on: ['summary'], press: ['enter', 'space'], does: 'more', says: 'go on' },
  {
    on: ['feedback', 'summary', 'commit', 'choose', 'recall', 'match', 'order'],
    press: ['u'],
    does: 'undo',
    says: 'undo',
    when: canUndo,
  },
  { on: ['recall', 'commit', 'choose', 'match', 'order', 'feedback'], press: ['m'], does: 'flag', says: 'flag' },

  { on: ['search', 'palette'], press: ['up', 'ctrl+k'], does: 'previous', says: 'up', shown: '↑ ctrl+k', quiet: true },
  { on: ['search', 'palette'], press: ['down', 'ctrl+n'], does: 'next', says: 'down', shown: '↓ ctrl+n', quiet: true },
  { on: ['palette'], press: ['enter'], does: 'run', says: 'do it' },
  { on: ['search'], press: ['enter'], does: 'open', says: 'open' },
  { on: ['search'], press: ['tab'], does: 'quiz', says: 'quiz these' },
  { on: ['topics'], press: ['enter', 'space', 'right', 'l'], does: 'open', says: 'read' },
  { on: ['page'], press: ['right', 'l', 'n', 'enter', 'space'], does: 'next', says: 'next page', shown: '→' },
  { on: ['page'], press: ['left', 'h', 'p'], does: 'previous', says: 'page before', shown: '←' },
  { on: ['page'], press: ['v'], does: 'idea', says: 'memory' },
  { on: ['idea'], press: ['enter', 'space'], does: 'open', says: 'open' },
  { on: ['idea'], press: ['tab'], does: 'quiz', says: 'quiz it' },
  { on: ['idea'], press: ['a'], does: 'quizAll', says: 'quiz all of it', quiet: true },
  { on: ['idea'], press: ['u'], does: 'undo', says: 'undo', when: hasChanged },
  { on: ['face'], press: ['right', 'l', 'n', 'enter', 'space'], does: 'next', says: 'next card', shown: '→' },
  { on: ['face'], press: ['left', 'h', 'p'], does: 'previous', says: 'card before', shown: '←', quiet: true },
  { on: ['face'], press: ['tab'], does: 'quiz', says: 'quiz it' },
  { on: ['idea', 'face'], press: ['m'], does: 'flag', says: 'flag' },
  { on: ['idea'], press: ['n'], does: 'page', says: 'its page', quiet: true },
  { on: ['idea', 'face'], press: ['s'], does: 'suspend', says: 'suspend this card', quiet: true },
  { on: ['idea'], press: ['x'], does: 'suspendIdea', says: 'suspend the whole idea', quiet: true },
  { on: ['idea'], press: ['r'], does: 'reset', says: 'begin this idea anew', quiet: true },
  { on: ['idea'], press: ['i'], does: 'details', says: 'stability and difficulty', quiet: true },
  { on: ['topics', 'page'], press: ['tab'], does: 'quiz', says: 'quiz' },
  { on: ['home', 'summary', 'topics', 'page'], press: ['/'], does: 'search', says: 'search' },
  { on: ['idea'], press: ['/'], does: 'search', says: 'search', quiet: true },

  {
    on: typing,
    press: ['left', 'right', 'home', 'end', 'backspace', 'delete', 'ctrl+u', 'ctrl+w', 'space', 'paste', 'printable'],
    does: 'type',
    says: '',
  },

  {
    on: scrolling,
    press: ['down', 'j'],
    does: 'scrollDown',
    says: 'more',
    shown: '↓',
    named: 'a line down',
    when: hasMore,
  },
  {
    on: scrolling,
    press: ['up', 'k'],
    does: 'scrollUp',
    says: 'back up',
    shown: '↑',
    named: 'a line up',
    quiet: true,
    when: hasLess,
  },
  {
    on: ['date', 'minutes', 'type'],
    press: ['down'],
    does: 'scrollDown',
    says: 'more',
    shown: '↓',
    named: 'a line down',
    when: hasMore,
  },
  {
    on: ['date', 'minutes', 'type'],
    press: ['up'],
    does: 'scrollUp',
    says: 'back up',
    shown: '↑',
    named: 'a line up',
    quiet: true,
    when: hasLess,
  },
  {
    on: reading,
    press: ['pagedown', 'ctrl+d'],
    does: 'pageDown',
    says: 'a screen down',
    quiet: true,
    when: hasMore,
  },
  { on: reading, press: ['pageup', 'ctrl+b'], does: 'pageUp', says: 'a screen up', quiet: true, when: hasLess },

  { on: [...plain, 'help'], press: [':', 'ctrl+p'], does: 'palette', says: 'find any action', quiet: true },
  {
    on: ['date', 'minutes', 'type', 'search'],
    press: ['ctrl+p'],
    does: 'palette',
    says: 'find any action',
    quiet: true,
  },
  { on: ['palette'], press: ['esc', 'ctrl+p'], does: 'back', says: 'close' },
  { on: plain, press: ['?', 'f1'], does: 'help', says: 'keys', named: 'help: all keys' },
  { on: typing, press: ['f1'], does: 'help', says: 'keys', named: 'help: all keys' },
  { on: ['help'], press: ['esc', '?', 'f1', 'enter', 'space', 'q'], does: 'back', says: 'close' },
  {
    on: ['recall', 'type', 'commit', 'choose', 'match', 'order', 'feedback'],
    press: ['esc'],
    does: 'pause',
    says: 'pause',
  },
  {
    on: [
      ...([
        'summary',
        'search',
        'topics',
        'page',
        'idea',
        'face',
        'rating',
        'date',
        'minutes',
        'lobby',
        'jump',
        'handin',
        'paused',
        'report',
        'through',
        'progress',
        'ideas',
      ] as const),
    ],
    press: ['esc'],
    does: 'back',
    says: 'back',
  },
  {
    on: [
      'home',
      'welcome',
      'recall',
      'commit',
      'choose',
      'match',
      'order',
      'feedback',
      'summary',
      'topics',
      'page',
      'idea',
      'face',
      'lobby',
      'paused',
      'report',
      'through',
      'progress',
      'ideas',
    ],
    press: ['q'],
    does: 'quit',
    says: 'quit',
    quiet: true,
  },
  { on: ['home', 'welcome'], press: ['esc'], does: 'quit', says: '' },
  { on: [...plain, ...typing, 'help'], press: ['ctrl+c'], does: 'quit', says: 'quit', quiet: true },
  {
    on: [...plain, ...typing, 'help'],
    press: ['ctrl+z'],
    does: 'putAside',
    says: 'put aside, fg comes back',
    named: 'put aside',
    quiet: true,
  },
] as const satisfies readonly Key[]

export type Command = (typeof keys)[number]['does']
type CommandOn<A extends At> = (typeof keys)[number] extends infer Row
  ? Row extends { on: readonly (infer On)[]; does: infer Does extends string }
    ? A extends On
      ? Does
      : never
    : never
  : never
/** What happens alike on every screen is done in update.ts and start.ts. */
type Common = Everywhere | 'back' | 'run' | 'scrollDown' | 'scrollUp' | 'pageDown' | 'pageUp'
type Everywhere = 'help' | 'palette' | 'quit' | 'putAside'
/** One handler for each command of a screen: the compiler refuses a missing one and one too many. */
export type Handlers<A extends At> = {
  [C in Exclude<CommandOn<A>, Common>]: (model: Model, screen: ScreenAt<A>, input: Input) => Step
}

const rows: readonly Key[] = keys
/** The keys that work now, in the order of the footer. */
export const keysOn = (model: Model, at: At = model.screens[0].at): readonly Key[] =>
  rows.filter(row => row.on.includes(at) && (row.when?.(model) ?? true))
/** All keys of a screen, whether they work now or not. */
export const allKeysOn = (at: At): readonly Key[] => rows.filter(row => row.on.includes(at) && row.says !== '')

export function commandFor(model: Model, key: string): Command | undefined {
  // What does not fit cannot be read, so it must not be answered by accident.
  if (isTooSmall(model.size)) return Object.hasOwn(ways, key) ? ways[key] : undefined
  const here = keysOn(model)
  const row =
    here.find(row => row.press.includes(key)) ??
    (isPrintable(key) ? here.find(row => row.press.includes('printable')) : undefined)
  // Leaving is done by who runs the screens, so it must be seen through the palette.
  const chosen = row?.does === 'run' ? chosenFrom(model) : undefined
  return chosen === 'quit' || chosen === 'putAside' ? chosen : (row?.does as Command | undefined)
}
/** What the key of the action under the palette's cursor does. */
function chosenFrom(model: Model): Command | undefined {
  const [screen] = model.screens
  const action = screen.at === 'palette' ? screen.found[screen.cursor] : undefined
  return action === undefined || action.on === 'home' ? undefined : commandFor(back(model), action.key)
}
/** The ways out of a terminal that is too small. */
const ways: Readonly<Record<string, Command>> = { q: 'quit', 'ctrl+c': 'quit', 'ctrl+z': 'putAside' }
/** Named keys have names of several letters, or are held with another; anything else is what it says. */
const isPrintable = (key: string): boolean => key.length === 1 || !/^(?:[a-z0-9]+$|(?:alt|ctrl|shift)\+)/.test(key)

const everywhere: ReadonlySet<string> = new Set<Everywhere>(['help', 'palette', 'quit', 'putAside'])
const arrows: ReadonlySet<string> = new Set(['up', 'down', 'left', 'right', 'pageup', 'pagedown'])
/** What a key is for: something of its screen, getting around in it, or what works on every screen. */
export const groupOf = ({ does, press: [first = ''] }: Key): 'here' | 'moving' | 'everywhere' =>
  everywhere.has(does) ? 'everywhere' : arrows.has(first) ? 'moving' : 'here'

export const shownKey = (row: Key): string => row.shown ?? row.press[0] ?? ''
export type { Key }
