import { StatusCategory } from '@timedesk/contracts/case-status'
import { expect, test } from 'vitest'
import {
  activeCategories,
  ballHolder,
  customerStatus,
  endedCategories,
  isActive,
  isEnded,
  isPaused,
  isReopening,
  statusCategories,
} from './status.ts'

test('the categories are those of the contract', () => {
  expect(statusCategories).toEqual(StatusCategory.options)
})

test.for([
  ['new', true, false, false, 'us', 'received'],
  ['open', true, false, false, 'us', 'in_progress'],
  ['waiting_customer', true, false, true, 'customer', 'needs_your_answer'],
  ['waiting_third_party', true, false, true, 'third_party', 'with_a_partner'],
  ['solved', false, false, true, 'nobody', 'solved'],
  ['closed', false, true, true, 'nobody', 'closed'],
  ['cancelled', false, true, true, 'nobody', 'cancelled'],
] as const)('%s', ([category, active, ended, paused, ball, words]) => {
  expect([isActive(category), isEnded(category), isPaused(category)]).toEqual([active, ended, paused])
  expect([ballHolder(category), customerStatus(category)]).toEqual([ball, words])
})

test('the lists hold what the questions answer', () => {
  expect(activeCategories).toEqual(['new', 'open', 'waiting_customer', 'waiting_third_party'])
  expect(endedCategories).toEqual(['closed', 'cancelled'])
})

test.for([
  ['solved', 'open', true],
  ['closed', 'open', true],
  ['cancelled', 'waiting_customer', true],
  ['open', 'waiting_customer', false],
  ['solved', 'closed', false],
] as const)('from %s to %s is a reopening: %s', ([from, to, answer]) => {
  expect(isReopening(from, to)).toBe(answer)
})
