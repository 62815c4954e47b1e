import type { TimelineItem } from '@timedesk/contracts/dialogue'
import { expect, test } from 'vitest'

import { buildMessage, ids, mette } from '../../../test/build.ts'
import { firstNew, toLogRows, withoutDoubles } from './log-rows.ts'

const AT = '2026-03-02T10:00:00.000Z'

function changed(id: string, name: string, kind: 'system' | 'employee' = 'system'): TimelineItem {
  const event = { type: 'time.removed', entryId: ids.activity, minutes: 15, employeeName: name } as const
  return { kind: 'event', id, at: AT, author: { kind, id: null, name }, event }
}

const shape = (items: readonly TimelineItem[], firstNewId?: string) =>
  toLogRows(items, firstNewId).map((row) => (row.kind === 'machine' ? [row.name, row.events.length] : row.id))

test('what one machine changed in a row stands as one; a single change and those of people stand alone', () => {
  const items = [
    changed('1', 'Chase'),
    changed('2', 'Chase'),
    changed('3', 'Timedesk'),
    changed('4', 'Mette', 'employee'),
  ]
  expect(shape(items)).toEqual([['Chase', 2], '3', '4'])
})

test('a message parts what a machine changed before it and after it', () => {
  expect(
    shape([changed('1', 'Chase'), changed('2', 'Chase'), buildMessage(), changed('3', 'Chase'), changed('4', 'Chase')]),
  ).toEqual([['Chase', 2], ids.message, ['Chase', 2]])
})

test('nothing is joined over the place where the new begins', () => {
  const items = ['1', '2', '3', '4'].map((id) => changed(id, 'Chase'))
  expect(toLogRows(items, '3').map(({ id }) => id)).toEqual(['1', '3'])
})

test('an event that only says that a message was written is left out beside it', () => {
  const event = { type: 'reply.posted', replyId: ids.message, isFirst: false, attachments: 0 } as const
  const posted: TimelineItem = { kind: 'event', id: ids.open, at: AT, author: { kind: 'employee', ...mette }, event }
  expect(withoutDoubles([buildMessage(), posted]).map(({ id }) => id)).toEqual([ids.message])
  expect(withoutDoubles([posted]).map(({ id }) => id)).toEqual([ids.open])
})

test('the first new item is the first of somebody else after the last visit', () => {
  const own = buildMessage({ id: ids.open, at: AT, author: { kind: 'employee', ...mette } })
  const theirs = buildMessage({ id: ids.solved, at: AT })
  const before = '2026-03-02T09:30:00.000Z'
  expect(firstNew([buildMessage(), own, theirs], before, mette.id)?.id).toBe(ids.solved)
  expect(firstNew([buildMessage(), own, theirs], null, mette.id)).toBeUndefined()
  expect(firstNew([buildMessage(), own], before, mette.id)).toBeUndefined()
})
