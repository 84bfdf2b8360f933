import fc from 'fast-check'

/** Texts as decks and people have them: short and long words, CJK, emoji of several code points, accents apart from their letters. */
const words = [
  'a',
  'AWS',
  'Lambda',
  'timeout.',
  '15',
  'naïve',
  'cafe\u0301',
  '関数',
  'ラムダ関数は十五分で止まる',
  '한국어',
  '👩‍👩‍👧‍👦',
  '🇩🇪🇯🇵',
  '❤️❤️❤️',
  '1️⃣',
  '✓',
  'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  'x'.repeat(90),
] as const
const gaps = [' ', ' ', ' ', '  ', '\n', '\n\n'] as const

export const texts: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...gaps)), { maxLength: 30 })
    .map(pairs => pairs.map(pair => pair.join('')).join('')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)
