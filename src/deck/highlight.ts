import type { Element, Root, RootContent } from 'hast'
import bash from 'highlight.js/lib/languages/bash'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import python from 'highlight.js/lib/languages/python'
import yaml from 'highlight.js/lib/languages/yaml'
import { createLowlight } from 'lowlight'
import type { CodeTone, Exhibit } from './deck.ts'

const lowlight = createLowlight({ bash, javascript, json, python, yaml })
lowlight.registerAlias({ bash: ['shell', 'sh'], javascript: ['js', 'typescript'] })

/** What the highlighter calls the parts of code that have a tone here. */
const tones: Readonly<Record<string, CodeTone>> = {
  'hljs-attr': 'name',
  'hljs-attribute': 'name',
  'hljs-title': 'name',
  'hljs-number': 'figure',
  'hljs-literal': 'figure',
  'hljs-keyword': 'word',
  'hljs-built_in': 'word',
  'hljs-comment': 'remark',
  'hljs-meta': 'remark',
}

/** The figures and names of a log line, which is no language. */
const logParts = /(?<name>[A-Z][A-Za-z ]*?:)|(?<figure>\b\d[\d.,]*(?: ?(?:ms|MB|GB|s))?\b)/g

/** Where code has a tone. Done when a deck is compiled, so that nothing of it costs time at the start. */
export function highlighted(language: string, text: string): Exhibit['marks'] {
  if (language === 'log')
    return [...text.matchAll(logParts)].map(match => [
      match.index,
      match.index + match[0].length,
      match.groups?.name ? 'name' : 'figure',
    ])
  if (!lowlight.registered(language)) return []
  const marks: (readonly [number, number, CodeTone])[] = []
  let at = 0
  const walk = (node: Root | RootContent, tone: CodeTone | undefined): void => {
    if (node.type === 'text') {
      if (tone) marks.push([at, at + node.value.length, tone])
      at += node.value.length
    } else if (node.type === 'element' || node.type === 'root')
      for (const child of node.children) walk(child, toneOf(node) ?? tone)
  }
  walk(lowlight.highlight(language, text), undefined)
  return marks
}

function toneOf(node: Root | Element): CodeTone | undefined {
  const names = node.type === 'element' ? node.properties.className : undefined
  return Array.isArray(names) ? names.map(name => tones[String(name)]).find(tone => tone !== undefined) : undefined
}
