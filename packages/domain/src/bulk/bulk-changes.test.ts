import type { BulkChange } from '@timedesk/contracts/bulk-changes'
import { expect, test } from 'vitest'
import { isUndoable, permissionsFor, unfitChanges } from './bulk-changes.ts'

const ID = '019371f0-0000-7000-8000-000000000001'
const priority: BulkChange = { kind: 'priority', priorityId: ID }
const tags: BulkChange = { kind: 'tags', add: ['urgent'], remove: [] }
const field: BulkChange = { kind: 'field', fieldId: ID, value: 'A' }
const assignment: BulkChange = { kind: 'assignment', departmentId: ID, responsibleId: null }
const follow: BulkChange = { kind: 'follow', isFollowed: true }
const snooze: BulkChange = { kind: 'snooze', until: null }
const macro: BulkChange = { kind: 'macro', macroId: ID }
const merge: BulkChange = { kind: 'merge', intoId: ID }

test.for<[string, BulkChange[], number[]]>([
  ['different things go together', [priority, tags, field, follow, snooze], []],
  ['the same thing twice does not', [priority, tags, priority], [2]],
  ['nor the same field twice', [field, follow, field], [2]],
  ['nor what one sees of it twice', [follow, priority, follow], [2]],
  ['a macro stands alone', [priority, macro], [0]],
  ['a merge stands alone', [merge, follow], [1]],
  ['one change alone is fine', [merge], []],
])('%s', ([, changes, unfit]) => {
  expect(unfitChanges(changes)).toEqual(unfit)
})

test.for<[BulkChange[], string[]]>([
  [[follow, snooze, { kind: 'read', isRead: true }], ['case:read']],
  [[priority], ['case:read', 'case:write']],
  [
    [assignment, follow],
    ['case:read', 'case:write', 'case:dispatch'],
  ],
  [[merge], ['case:read', 'case:write']],
])('%j needs %j', ([changes, permissions]) => {
  expect(permissionsFor(changes)).toEqual(permissions)
})

test('what was said, and merges, cannot be undone', () => {
  expect(isUndoable([priority, follow], { saysSomething: false })).toBe(true)
  expect(isUndoable([macro], { saysSomething: false })).toBe(true)
  expect(isUndoable([macro], { saysSomething: true })).toBe(false)
  expect(isUndoable([merge], { saysSomething: false })).toBe(false)
})
