import { TOMBSTONES_MAX, UNMERGE_DAYS } from '@timedesk/contracts/limits'
import { expect, test } from 'vitest'
import { standardStatus as status, standardWorkflow } from '../../test/standard-workflow.ts'
import { decideMerge, decideUnmerge, unmergeUntil, whyNotMerged, type MergeParty } from './decide-merge.ts'
import type { CaseProgress } from './decide-status-change.ts'
import { statusCategories, isEnded, type StatusCategory } from './status.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const now = new Date('2026-03-10T09:00:00Z')
const earlier = new Date('2026-03-01T09:00:00Z')
const workflow = standardWorkflow()

const party = (id: string, given: Partial<MergeParty> = {}): MergeParty => ({
  ...{ id, number: 1000, customerId: 'nordlys', status: status('open'), mergedIntoId: null, tombstones: 0 },
  ...given,
})
const progress = (category: StatusCategory, given: Partial<CaseProgress> = {}): CaseProgress => ({
  ...{ status: status(category), solvedAt: null, closedAt: null, reopenedCount: 0 },
  ...given,
})
const source = (category: StatusCategory, given: Partial<CaseProgress> = {}) => ({
  ...party('source'),
  ...progress(category, given),
})

test.each<[string, MergeParty, MergeParty, RegExp | null]>([
  ['two cases of a customer', party('a'), party('b'), null],
  ['a case into itself', party('a'), party('a'), /itself/u],
  ['cases of two customers', party('a'), party('b', { customerId: 'sydhavn' }), /different customers/u],
  ['a case into a tombstone', party('a'), party('b', { mergedIntoId: 'c' }), /goes on in another one/u],
  ['an open case into a closed one', party('a'), party('b', { status: status('closed') }), /Reopen it first/u],
  [
    'a closed case into a closed one',
    party('a', { status: status('closed') }),
    party('b', { status: status('closed') }),
    null,
  ],
  ['as many as there may be', party('a', { tombstones: 1 }), party('b', { tombstones: TOMBSTONES_MAX - 2 }), null],
  ['more than there may be', party('a', { tombstones: 1 }), party('b', { tombstones: TOMBSTONES_MAX - 1 }), /at most/u],
])('whether %s can be merged', (_, one, other, why) => {
  if (why === null) expect(whyNotMerged(one, other)).toBeNull()
  else expect(whyNotMerged(one, other)).toMatch(why)
})

test.for(statusCategories)(
  'a case in %s ends by being merged, past every gate, and solved stays what it was',
  (category) => {
    const { changes, events } = decideMerge(
      source(category, { solvedAt: earlier }),
      party('b', { status: status('open') }),
      {
        workflow,
        now,
      },
    )
    if (isEnded(category)) expect([changes, events]).toEqual([{}, []])
    else {
      expect(changes).toMatchObject({ status: { category: 'closed' }, closedAt: now, solvedAt: earlier })
      expect(events).toMatchObject([{ type: 'case.status_changed', toCategory: 'closed', cause: 'merge' }])
    }
  },
)

test('what cannot be merged is refused with its reason', () => {
  expect(() => decideMerge(source('open'), party('source'), { workflow, now })).toThrow(
    expect.objectContaining({ code: 'merge_refused' }),
  )
})

test.for(statusCategories)('undone, a case that was in %s is back there, and that is no reopening', (category) => {
  const merged = progress(isEnded(category) ? category : 'closed', { closedAt: now, reopenedCount: 2 })
  const undone = { statusBefore: status(category), mergedAt: earlier }
  const { changes, events } = decideUnmerge(merged, undone, { workflow, now: new Date(earlier.getTime() + DAY_MS) })
  if (isEnded(category)) expect([changes, events]).toEqual([{}, []])
  else {
    expect(changes).toMatchObject({ status: { category }, closedAt: null, reopenedCount: 2 })
    expect(events).toMatchObject([{ type: 'case.status_changed', toCategory: category, cause: 'unmerge' }])
  }
})

test('a merge is undone up to the last moment of seven days, and not a moment later', () => {
  const last = unmergeUntil(earlier)
  expect(last.getTime() - earlier.getTime()).toBe(UNMERGE_DAYS * DAY_MS)
  const undone = { statusBefore: status('open'), mergedAt: earlier }
  const at = (moment: number) => decideUnmerge(progress('closed'), undone, { workflow, now: new Date(moment) })
  expect(at(last.getTime()).events).toHaveLength(1)
  expect(() => at(last.getTime() + 1)).toThrow(expect.objectContaining({ code: 'undo_expired' }))
})
