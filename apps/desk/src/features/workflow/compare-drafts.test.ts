import { expect, test } from 'vitest'

import { compareDrafts } from './compare-drafts.ts'

const move = (fromId: string, toId: string) => ({ fromId, toId, who: [], requires: [], gates: [] })
const before = {
  name: 'Standard',
  definition: {
    statusIds: ['new', 'open', 'closed'],
    transitions: [move('new', 'open'), move('open', 'closed')],
    silence: [{ statusId: 'open', warnAfterDays: 7, moveAfterDays: 14, toId: 'closed' }],
    reopenDays: 30,
  },
}

test('the same differs in nothing', () => {
  expect(compareDrafts(before, structuredClone(before))).toEqual([])
})

test('everything that differs is told, and moves of a status that goes are not told apart', () => {
  const asking = { ...move('new', 'open'), requires: ['type' as const] }
  const after = {
    name: 'Short',
    definition: {
      statusIds: ['open', 'new', 'solved'],
      transitions: [asking, move('open', 'solved')],
      silence: [{ statusId: 'new', warnAfterDays: 1, moveAfterDays: 2, toId: 'open' }],
      reopenDays: null,
    },
  }

  expect(compareDrafts(before, after)).toEqual([
    { kind: 'renamed', name: 'Short' },
    { kind: 'statusAdded', statusId: 'solved' },
    { kind: 'statusRemoved', statusId: 'closed' },
    { kind: 'order' },
    { kind: 'moveAdded', transition: move('open', 'solved') },
    { kind: 'moveChanged', before: move('new', 'open'), after: asking },
    { kind: 'silenceAdded', rule: { statusId: 'new', warnAfterDays: 1, moveAfterDays: 2, toId: 'open' } },
    { kind: 'silenceRemoved', statusId: 'open' },
    { kind: 'reopen', days: null },
  ])
})
