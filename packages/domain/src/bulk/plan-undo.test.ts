import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedThings, type CaseThings } from './case-things.ts'
import { planUndo } from './plan-undo.ts'

const things: CaseThings = {
  status: { statusId: 'new', solvedAt: null, closedAt: null, reopenedCount: 0 },
  priority: 'normal',
  type: null,
  assignment: { departmentId: 'support', responsibleId: null },
  tags: ['printer'],
  estimate: null,
  resolution: '',
  fields: { serial: 'A-1' },
  checklist: [{ id: 'one', mark: 'm1' }],
  snooze: null,
  follow: 'none',
  read: null,
}

/** What undoing does when the case went from `before` to `after`, and stands as `now`. */
function undoing(after: Partial<CaseThings>, now: Partial<CaseThings> = {}) {
  const became = { ...things, ...after }
  const changed = changedThings(things, became)
  return changed === null ? null : planUndo(changed, { ...became, ...now })
}

test('nothing that differs is nothing to undo', () => {
  expect(undoing({})).toBeNull()
  expect(undoing({ fields: { serial: 'A-1' } })).toBeNull()
})

test.for<[string, Partial<CaseThings>, Partial<CaseThings>, object]>([
  ['what was changed is put back', { priority: 'high' }, {}, { restore: { priority: 'normal' }, kept: [] }],
  [
    'what somebody changed since stays',
    { priority: 'high', estimate: 60 },
    { priority: 'low' },
    { restore: { estimate: null }, kept: [{ thing: 'priority', code: 'changed_since' }] },
  ],
  ['what is as before already needs nothing', { priority: 'high' }, { priority: 'normal' }, { restore: {}, kept: [] }],
  [
    'a status is put back with its moments, whatever they are now',
    { status: { statusId: 'solved', solvedAt: '2026-03-02T09:00:00.000Z', closedAt: null, reopenedCount: 0 } },
    { status: { statusId: 'solved', solvedAt: '2026-03-02T10:00:00.000Z', closedAt: null, reopenedCount: 0 } },
    { restore: { status: things.status }, kept: [] },
  ],
  [
    'tags of others stay, and a tag that was taken comes back',
    { tags: ['urgent'] },
    { tags: ['urgent', 'vip'] },
    { restore: { tags: ['vip', 'printer'] }, kept: [] },
  ],
  [
    'each field is a thing by itself',
    { fields: { serial: 'B-2', room: '12' } },
    { fields: { serial: 'C-3', room: '12' } },
    { restore: { fields: { room: null } }, kept: [{ thing: 'field:serial', code: 'changed_since' }] },
  ],
  [
    'steps that came are taken off again',
    { checklist: [...things.checklist, { id: 'two', mark: 'm2' }] },
    {},
    { restore: { stepIds: ['two'] }, kept: [] },
  ],
  [
    'but for one that somebody ticked',
    { checklist: [...things.checklist, { id: 'two', mark: 'm2' }, { id: 'three', mark: 'm3' }] },
    {
      checklist: [
        { id: 'two', mark: 'ticked' },
        { id: 'three', mark: 'm3' },
      ],
    },
    { restore: { stepIds: ['three'] }, kept: [{ thing: 'checklist', code: 'changed_since' }] },
  ],
])('%s', ([, after, now, plan]) => {
  expect(undoing(after, now)).toEqual(plan)
})

const anyThings: fc.Arbitrary<Partial<CaseThings>> = fc.record(
  {
    priority: fc.constantFrom('low', 'normal', 'high'),
    estimate: fc.constantFrom(null, 15, 60),
    tags: fc.uniqueArray(fc.constantFrom('printer', 'urgent', 'vip', 'network')),
    fields: fc.dictionary(fc.constantFrom('serial', 'room'), fc.constantFrom('A', 'B')),
    follow: fc.constantFrom('none', 'muted', 'following'),
  },
  { requiredKeys: [] },
)

test('what nobody touched since is as it was, whatever was changed', () => {
  fc.assert(
    fc.property(anyThings, (after) => {
      const plan = undoing(after)
      if (plan === null) return
      const { stepIds: _stepIds, fields, ...restore } = plan.restore
      const merged = { ...things.fields, ...after.fields, ...fields }
      const left = Object.fromEntries(
        Object.entries(fields === undefined ? things.fields : merged).filter(([, value]) => value !== null),
      )
      expect(plan.kept).toEqual([])
      expect({ ...things, ...after, ...restore, fields: left }).toEqual(things)
    }),
  )
})
