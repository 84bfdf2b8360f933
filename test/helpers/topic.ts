import { expect } from 'vitest'
import type { Problem } from '../../src/deck/problem.ts'

/** A text with `▸` before the place that is looked at: the text without it, and the place. */
export function placed(text: string): { readonly text: string; readonly line: number; readonly column: number } {
  const before = text.slice(0, text.indexOf('▸'))
  const rows = before.split('\n')
  return { text: text.replace('▸', ''), line: rows.length, column: (rows.at(-1)?.length ?? 0) + 1 }
}

/** The frame shows the line of the problem, with a caret under its column. */
export function expectFrame(text: string, { line, column, frame }: Problem): void {
  const [row, caret] = frame.split('\n').slice(-2) as [string, string]
  expect(row).toContain(`> ${line} | `)
  const at = row[caret.indexOf('^')]
  expect(at ?? '').toBe((text.split('\n')[line - 1] ?? '').replaceAll('\t', ' ')[column - 1] ?? '')
}

export const head = 'topic: limits\ntitle: Runtime and limits\n'

/** A note as it stands in a topic file; `more` are lines of its own. */
export const note = (id: string, ...more: readonly string[]): string =>
  [
    `  - id: ${id}`,
    '    text: It is so.',
    '    source: https://docs.aws.amazon.com/x',
    '    verified: 2026-11-23',
    ...more.map(line => `    ${line}`),
    '',
  ].join('\n')

export const flashcard = (id: string, ...more: readonly string[]): string =>
  [
    `  - id: ${id}`,
    '    kind: flashcard',
    `    front: What is ${id}?`,
    '    back: That.',
    ...more.map(line => `    ${line}`),
    '',
  ].join('\n')

export const cloze = (id: string, text: string, ...more: readonly string[]): string =>
  [`  - id: ${id}`, '    kind: cloze', `    text: ${text}`, ...more.map(line => `    ${line}`), ''].join('\n')

type Choice = {
  readonly stem?: string
  readonly decides?: string
  readonly rest?: readonly string[]
  /** The ids of the options; a star marks a right one. */
  readonly options?: readonly string[]
}

/** A multiple-choice card; `kind: multiple-response` when the stem says TWO or THREE. */
export function choice(
  id: string,
  { stem = `What does ${id} need most?`, decides = 'most', rest = [], options = ['a*', 'b', 'c', 'd'] }: Choice = {},
): string {
  const kind = /TWO|THREE/.test(stem) ? 'multiple-response' : 'multiple-choice'
  const lines = options.flatMap(option => {
    const name = option.replace('*', '')
    return [
      `  - id: ${name}`,
      `    text: The way of ${name.replace('▸', '')}`,
      '    why: Because.',
      ...(option.endsWith('*') ? ['    right: true'] : []),
    ]
  })
  const own = [
    `kind: ${kind}`,
    `stem: ${stem}`,
    ...(decides === '' ? [] : [`decides: ${decides}`]),
    ...rest,
    'options:',
    ...lines,
    'why: So it is.',
  ]
  return [`  - id: ${id}`, ...own.map(line => `    ${line}`), ''].join('\n')
}

/** A multiple choice whose story changes; `second` are the lines of its second hinge. */
export const hinged = (
  id: string,
  second: readonly string[] = ['text: for an hour', 'right: b', 'why: { a: Too short. }'],
  over: Choice = {},
): string =>
  choice(id, {
    stem: `What fits ${id} that runs {hinge}?`,
    decides: '',
    options: ['a', 'b', 'c', 'd'],
    ...over,
    rest: [
      'hinges:',
      '  - text: for a minute',
      '    right: a',
      '    why: { b: Too much. }',
      `  - ${second[0]}`,
      ...second.slice(1).map(line => `    ${line}`),
      ...(over.rest ?? []),
    ],
  })
