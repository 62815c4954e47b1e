import { expect, test } from 'vitest'
import { printable } from './fonts.ts'

test.for([
  ['letters of Europe', 'Łódź & Ærø ✓ Ελληνικά Привет', 'Łódź & Ærø ✓ Ελληνικά Привет'],
  ['a letter with its mark apart', 'A\u030Arhus', 'Århus'],
  ['line ends of every kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['white space', 'a\tb\u2003c\u00A0d', 'a    b c\u00A0d'],
  ['characters without a look', 'a\u0000b\u200Bc\u202Ed\u00ADe\uFEFFf', 'abcdef'],
  ['scripts that the font lacks', 'a שלום b 日本 c', 'a □ b □ c'],
  ['an emoji of several parts', '👨‍👩‍👧!', '□!'],
  ['half a pair', 'a\uD83Db', 'a□b'],
] as const)('%s', ([, text, drawn]) => {
  expect(printable(text)).toBe(drawn)
})
