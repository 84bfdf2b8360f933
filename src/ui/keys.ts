import { isTooSmall } from './frame.ts'
import type { At, Input, Model, ScreenAt, Step } from './model.ts'
import {
  canUndo,
  counts,
  hasArranged,
  hasChosen,
  hasLess,
  hasMore,
  hasOthers,
  hasPlaced,
  hasWhatIf,
  isCalm,
  isCompact,
  isHidden,
  isTurned,
} from './when.ts'

type Key = {
  readonly on: readonly At[]
  readonly press: readonly string[]
  readonly does: string
  /** What it does, in a word or two; empty: goes without saying. */
  readonly says: string
  /** How it is written where `press[0]` does not say it. */
  readonly shown?: string
  /** In help, not in the footer. */
  readonly quiet?: true
  readonly when?: (model: Model) => boolean
}

const typing = ['date', 'minutes', 'type', 'search'] as const
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
] as const

/** Every key of the app. Handling, footer, help and the README's table are read from here. */
export const keys = [
  { on: ['welcome', 'topics'], press: ['up', 'k'], does: 'previous', says: 'up', shown: '↑ k', quiet: true },
  { on: ['welcome', 'topics'], press: ['down', 'j'], does: 'next', says: 'down', shown: '↓ j', quiet: true },
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

  { on: ['home'], press: ['enter', 'space'], does: 'begin', says: 'start' },
  { on: ['home'], press: ['n'], does: 'notes', says: 'notes' },
  { on: ['home'], press: ['e'], does: 'exam', says: 'exam' },

  { on: ['lobby', 'jump'], press: ['up', 'k'], does: 'previous', says: 'up', shown: '↑ k', quiet: true },
  { on: ['lobby', 'jump'], press: ['down', 'j'], does: 'next', says: 'down', shown: '↓ j', quiet: true },
  { on: ['lobby'], press: ['enter', 'space'], does: 'begin', says: 'begin or open' },
  { on: ['lobby'], press: ['s'], does: 'strict', says: 'with or without pauses' },
  {
    on: ['exam'],
    press: ['a', 'b', 'c', 'd', 'e', 'f', '1', '2', '3', '4', '5', '6'],
    does: 'pick',
    says: 'choose',
    shown: 'a b c d',
  },
  { on: ['exam'], press: ['up', 'k'], does: 'previous', says: 'option above', shown: '↑ k', quiet: true },
  { on: ['exam'], press: ['down', 'j'], does: 'next', says: 'option below', shown: '↓ j', quiet: true },
  { on: ['exam'], press: ['space', 'x'], does: 'mark', says: 'choose the marked one', quiet: true },
  { on: ['exam'], press: ['enter', 'right', 'l', 'n'], does: 'go', says: 'next' },
  { on: ['exam'], press: ['left', 'h', 'p'], does: 'goBack', says: 'back', shown: '←', quiet: true },
  { on: ['exam'], press: ['t'], does: 'story', says: 'story', when: isCompact },
  { on: ['exam'], press: ['m'], does: 'flag', says: 'flag' },
  { on: ['exam'], press: ['tab', 'g'], does: 'jump', says: 'list' },
  { on: ['exam'], press: ['esc'], does: 'pause', says: 'pause' },
  { on: ['jump'], press: ['enter', 'space', 'right', 'l'], does: 'open', says: 'go there' },
  { on: ['jump'], press: ['u'], does: 'unanswered', says: 'next unanswered' },
  { on: ['jump'], press: ['m'], does: 'flagged', says: 'next flagged' },
  { on: ['jump'], press: ['i'], does: 'handIn', says: 'hand in' },
  { on: ['handin'], press: ['enter', 'i'], does: 'handIn', says: 'hand in' },
  { on: ['paused'], press: ['enter', 'space'], does: 'goOn', says: 'go on' },
  { on: ['report'], press: ['enter', 'space'], does: 'open', says: 'go through them' },
  { on: ['report'], press: ['a'], does: 'all', says: 'all' },
  { on: ['report'], press: ['d'], does: 'byDomain', says: 'by domain' },
  { on: ['report'], press: ['w'], does: 'wrong', says: 'wrong ones', quiet: true },
  { on: ['report'], press: ['m'], does: 'flagged', says: 'flagged ones', quiet: true },
  { on: ['report'], press: ['s'], does: 'slow', says: 'slowest', quiet: true },
  { on: ['report'], press: ['x'], does: 'save', says: 'save as text' },
  { on: ['through'], press: ['enter', 'space', 'right', 'l', 'n'], does: 'next', says: 'next' },
  { on: ['through'], press: ['left', 'h', 'p'], does: 'previous', says: 'back', shown: '←' },
  { on: ['through'], press: ['o'], does: 'others', says: 'other options' },
  { on: ['through'], press: ['m'], does: 'flag', says: 'flag', quiet: true },

  { on: ['commit'], press: ['1', '2', '3'], does: 'open', says: 'open the options', shown: '1 2 3' },

  { on: ['recall'], press: ['enter', 'space'], does: 'turn', says: 'show the answer', when: isHidden },
  {
    on: ['recall'],
    press: ['1', '2', '3', '4'],
    does: 'recalled',
    says: 'how it went',
    shown: '1 2 3 4',
    when: isTurned,
  },

  {
    on: ['choose'],
    press: ['a', 'b', 'c', 'd', 'e', 'f', '1', '2', '3', '4', '5', '6'],
    does: 'pick',
    says: 'choose',
    shown: 'a b c d',
  },
  { on: ['choose'], press: ['up', 'k'], does: 'previous', says: 'option above', shown: '↑ k', quiet: true },
  { on: ['choose'], press: ['down', 'j'], does: 'next', says: 'option below', shown: '↓ j', quiet: true },
  { on: ['choose'], press: ['space', 'x'], does: 'mark', says: 'choose this one', quiet: true },
  { on: ['choose'], press: ['enter'], does: 'answer', says: 'answer', when: hasChosen },
  { on: ['choose'], press: ['t'], does: 'story', says: 'story', when: isCompact },

  { on: ['type'], press: ['enter'], does: 'answer', says: 'answer' },
  { on: ['type'], press: ['tab'], does: 'reveal', says: 'show the answer' },

  { on: ['match'], press: ['1', '2', '3', '4', '5'], does: 'assign', says: 'put into this group', shown: '1 2 3' },
  { on: ['order'], press: ['a', 'b', 'c', 'd', 'e', 'f'], does: 'place', says: 'comes next', shown: 'a b c d' },
  { on: ['order'], press: ['space'], does: 'placeHere', says: 'the marked one comes next', quiet: true },
  { on: ['match', 'order'], press: ['up', 'k'], does: 'previous', says: 'up', shown: '↑ k', quiet: true },
  { on: ['match', 'order'], press: ['down', 'j'], does: 'next', says: 'down', shown: '↓ j', quiet: true },
  { on: ['order'], press: ['backspace'], does: 'takeBack', says: 'take back', when: hasPlaced },
  { on: ['match', 'order'], press: ['enter'], does: 'answer', says: 'answer', when: hasArranged },

  { on: ['feedback'], press: ['enter', 'space'], does: 'go', says: 'next' },
  { on: ['feedback'], press: ['w'], does: 'whatIf', says: 'what if', when: hasWhatIf },
  { on: ['feedback'], press: ['i'], does: 'idea', says: 'the idea', when: isCalm },
  { on: ['feedback'], press: ['o'], does: 'others', says: 'other options', when: hasOthers },
  { on: ['feedback'], press: ['r'], does: 'rating', says: 'change the rating', quiet: true, when: counts },
  { on: ['type'], press: ['ctrl+t'], does: 'undo', says: 'undo', quiet: true, when: canUndo },
  { on: ['type'], press: ['ctrl+f'], does: 'flag', says: 'flag', quiet: true },
  { on: ['feedback'], press: ['s'], does: 'suspend', says: 'suspend this card', quiet: true },
  { on: ['page'], press: ['s'], does: 'suspend', says: 'suspend this idea', quiet: true },
  { on: ['page'], press: ['r'], does: 'reset', says: 'begin this idea anew', quiet: true },
  { on: ['rating'], press: ['1', '2', '3', '4'], does: 'rate', says: 'rating', shown: '1 2 3 4' },

  { on: ['summary'], press: ['enter', 'space'], does: 'more', says: 'go on' },
  {
    on: ['feedback', 'summary', 'commit', 'choose', 'recall', 'match', 'order'],
    press: ['u'],
    does: 'undo',
    says: 'undo',
    when: canUndo,
  },
  { on: ['recall', 'commit', 'choose', 'match', 'order', 'feedback'], press: ['m'], does: 'flag', says: 'flag' },

  { on: ['search'], press: ['up', 'ctrl+p'], does: 'previous', says: 'up', shown: '↑ ctrl+p', quiet: true },
  { on: ['search'], press: ['down', 'ctrl+n'], does: 'next', says: 'down', shown: '↓ ctrl+n', quiet: true },
  { on: ['search'], press: ['enter'], does: 'open', says: 'open' },
  { on: ['search'], press: ['tab'], does: 'quiz', says: 'quiz these' },
  { on: ['topics'], press: ['enter', 'space', 'right', 'l'], does: 'open', says: 'read' },
  { on: ['page'], press: ['right', 'l', 'n', 'enter', 'space'], does: 'next', says: 'next page', shown: '→' },
  { on: ['page'], press: ['left', 'h', 'p'], does: 'previous', says: 'page before', shown: '←' },
  { on: ['topics', 'page'], press: ['tab'], does: 'quiz', says: 'quiz' },
  { on: ['home', 'summary', 'topics', 'page'], press: ['/'], does: 'search', says: 'search' },

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
    when: hasMore,
  },
  {
    on: scrolling,
    press: ['up', 'k'],
    does: 'scrollUp',
    says: 'back up',
    shown: '↑',
    quiet: true,
    when: hasLess,
  },
  { on: ['date', 'minutes', 'type'], press: ['down'], does: 'scrollDown', says: 'more', shown: '↓', when: hasMore },
  {
    on: ['date', 'minutes', 'type'],
    press: ['up'],
    does: 'scrollUp',
    says: 'back up',
    shown: '↑',
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

  { on: plain, press: ['?', 'f1'], does: 'help', says: 'keys' },
  { on: typing, press: ['f1'], does: 'help', says: 'keys' },
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
        'rating',
        'date',
        'minutes',
        'lobby',
        'jump',
        'handin',
        'report',
        'through',
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
      'lobby',
      'paused',
      'report',
      'through',
    ],
    press: ['q'],
    does: 'quit',
    says: 'quit',
    quiet: true,
  },
  { on: ['home', 'welcome', 'paused'], press: ['esc'], does: 'quit', says: '' },
  { on: [...plain, ...typing, 'help'], press: ['ctrl+c'], does: 'quit', says: 'quit', quiet: true },
  {
    on: [...plain, ...typing, 'help'],
    press: ['ctrl+z'],
    does: 'putAside',
    says: 'put aside, fg comes back',
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
type Common = 'help' | 'back' | 'quit' | 'putAside' | 'scrollDown' | 'scrollUp' | 'pageDown' | 'pageUp'
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
  return row?.does as Command | undefined
}
/** The ways out of a terminal that is too small. */
const ways: Readonly<Record<string, Command>> = { q: 'quit', 'ctrl+c': 'quit', 'ctrl+z': 'putAside' }
/** Named keys have names of several letters, or are held with another; anything else is what it says. */
const isPrintable = (key: string): boolean => key.length === 1 || !/^(?:[a-z0-9]+$|(?:alt|ctrl|shift)\+)/.test(key)

export const shownKey = (row: Key): string => row.shown ?? row.press[0] ?? ''
export type { Key }
