import { refusals } from '@timedesk/contracts/refusal'
import { expect, test } from 'vitest'

import { problemDanish } from './problem-danish.ts'
import { problemEnglish } from './problem-english.ts'

test.for<[string, Partial<Record<string, string>>]>([
  ['English', problemEnglish],
  ['Danish', problemDanish],
])('every refusal has words in %s', ([, words]) => {
  const wordless = Object.keys(refusals).filter((code) => (words[code] ?? '') === '')

  expect(wordless).toEqual([])
})

test('Danish words are not the English ones', () => {
  const same = Object.keys(refusals).filter(
    (code) => problemDanish[code as keyof typeof problemDanish] === problemEnglish[code as keyof typeof problemEnglish],
  )

  expect(same).toEqual([])
})
