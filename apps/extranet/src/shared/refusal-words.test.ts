import { refusals } from '@timedesk/contracts/refusal'
import { expect, test } from 'vitest'
import { refusalDanish } from './refusal-words-danish.ts'
import { refusalEnglish } from './refusal-words-english.ts'

const codes = Object.keys(refusals).toSorted()

test('every refusal has words of its own in both languages', () => {
  expect(Object.keys(refusalEnglish).toSorted()).toEqual(codes)
  expect(Object.keys(refusalDanish).toSorted()).toEqual(codes)
  expect(new Set(Object.values(refusalEnglish)).size).toBe(codes.length)
  expect(new Set(Object.values(refusalDanish)).size).toBe(codes.length)
})
