import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuery, anyQueryText } from '../../test/any-query.ts'
import { completeQuery } from './complete-query.ts'
import { formatQuery } from './format-query.ts'
import { parseQuery } from './parse-query.ts'

/** `|` stands where the caret is. */
function completeAt(marked: string) {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const completion = completeQuery(text, caret)
  return completion === null
    ? null
    : { ...completion, replaced: text.slice(completion.at, completion.at + completion.length) }
}

test.for([
  ['sta|', { key: null, term: 'sta', replaced: 'sta', options: ['status:'] }],
  ['a -dep|x', { key: null, replaced: 'depx', options: ['department:'] }],
  ['sta|tus:open', { key: null, replaced: 'status:', options: ['status:'] }],
  ['is:un|', { key: 'is', term: 'un', replaced: 'un', options: ['unread', 'unassigned'], asksValues: false }],
  ['status:new,|', { key: 'status', term: '', replaced: '', asksValues: true }],
  ['customer:"Nord|', { key: 'customer', term: 'Nord', replaced: '"Nord', options: [], asksValues: true }],
  ['due:<1|', { key: 'due', options: ['<1h', '<1d', '<1w', '<1mo'], asksValues: false }],
  ['due:to|', { key: 'due', options: ['today', 'tomorrow'] }],
  ['field.de|', { key: 'field', term: 'de', replaced: 'field.de', asksValues: true }],
  ['field.device:|', { key: 'field.device', term: '', options: ['none'], asksValues: true }],
] as const)('at %s it offers what fits', ([marked, expected]) => {
  expect(completeAt(marked)).toMatchObject(expected)
})

test('where nothing was begun, every key is offered; in quotes none', () => {
  expect(completeAt('status:open |')?.options).toEqual(expect.arrayContaining(['status:', 'due:', 'field.']))
  expect(completeAt('(|')?.options).toEqual(expect.arrayContaining(['status:']))
  expect(completeAt('"sta|')).toBeNull()
  expect(completeAt('nonsense:|')).toBeNull()
})

test('whatever is chosen can be read where it then stands', () => {
  const anyCaret = fc.tuple(fc.oneof(anyQuery.map(formatQuery), anyQueryText), fc.nat())
  let chosen = 0
  fc.assert(
    fc.property(anyCaret, ([text, place]) => {
      const completion = completeQuery(text, place % (text.length + 1))
      if (completion === null) return
      const { at, length, key, options } = completion
      expect(at + length).toBeLessThanOrEqual(text.length)
      for (const option of options) {
        if (key === null) continue
        chosen += 1
        const { problems } = parseQuery(`${text.slice(0, at)}${option}${text.slice(at + length)}`)
        expect(problems.filter((problem) => problem.at >= at && problem.at < at + option.length)).toEqual([])
      }
    }),
    { numRuns: 1000 },
  )
  expect(chosen).toBeGreaterThan(50)
})
