import { ImportMapping } from '@timedesk/contracts/imports'
import { expect, test } from 'vitest'
import { replayCase } from '../helpdesk/replay-case.ts'
import { statusCategories } from '../helpdesk/status.ts'
import { fitMapping } from './mapping.ts'
import { toHistory } from './to-history.ts'
import type { StatusByCategory } from './to-history.ts'

const headers = ['Ticket', 'Path', 'Did', 'Path', 'Who', 'When', 'Firm', 'Level', 'Item', 'Words']
const mapping = ImportMapping.parse({
  version: 1,
  source: 'old-desk',
  case: {
    key: 'Ticket',
    subject: '{product} for {customer} ({key}, {Path#2})',
    customer: { column: 'Firm', replacePrefix: { from: 'Value ', to: 'Customer ' } },
    priority: { column: 'Level', values: { '1': 'Normal', '2': 'High' }, unlisted: 'refuse' },
    product: { column: 'Item' },
    tags: [{ column: 'Path' }],
  },
  event: {
    activity: {
      column: 'Did',
      table: {
        Insert: {},
        Take: { status: 'open', assigns: 'actor' },
        Wait: { status: 'waiting_customer', assigns: 'actor_if_none' },
        Solve: { status: 'solved', answersCustomer: true, text: 'Solved the ticket' },
        Remark: { kind: 'note' },
      },
    },
    at: { column: 'When', format: 'YYYY/MM/DD HH:mm', zone: 'Europe/Rome' },
    actor: { column: 'Who' },
    text: { column: 'Words' },
  },
})
const statuses = Object.fromEntries(
  statusCategories.map((category) => [category, { id: category, name: category, category }]),
) as StatusByCategory

function cells(overrides: Record<number, string> = {}): string[] {
  const row = ['T-1', 'p1', 'Take', 'p2', 'Ada', '2012/07/01 10:00', 'Value 9', '1', 'Payroll', '']
  return row.map((cell, index) => overrides[index] ?? cell)
}

function mapRow(row: string[], line = 2) {
  const fitted = fitMapping(mapping, headers)
  return fitted.ok ? fitted.mapRow(row, line) : fitted
}

test('a row is read by the mapping', () => {
  expect(mapRow(cells())).toEqual({
    ok: true,
    row: {
      line: 2,
      key: 'T-1',
      subject: 'Payroll for Customer 9 (T-1, p2)',
      at: new Date('2012-07-01T08:00:00Z'),
      actor: 'Ada',
      activity: 'Take',
      effect: { kind: 'activity', status: 'open', assigns: 'actor', answersCustomer: false },
      text: null,
      fields: {
        externalReference: 'T-1',
        customer: 'Customer 9',
        contact: null,
        type: null,
        priority: 'Normal',
        department: null,
        responsible: null,
        product: 'Payroll',
        serviceLevel: null,
      },
      tags: ['p1'],
    },
  })
})

test.for([
  ['too few columns', cells().slice(1), { reason: 'wrong_column_count', column: null, value: '9' }],
  ['no key', cells({ 0: ' ' }), { reason: 'missing_value', column: 'Ticket', value: null }],
  ['no customer', cells({ 6: '' }), { reason: 'missing_value', column: 'Firm', value: null }],
  ['a priority that is not listed', cells({ 7: '9' }), { reason: 'unlisted_value', column: 'Level', value: '9' }],
  [
    'an activity that is not listed',
    cells({ 2: 'Dance' }),
    { reason: 'unlisted_activity', column: 'Did', value: 'Dance' },
  ],
  [
    'the name of a built-in',
    cells({ 2: 'constructor' }),
    { reason: 'unlisted_activity', column: 'Did', value: 'constructor' },
  ],
  [
    'a time that is none',
    cells({ 5: '2012/02/30 10:00' }),
    { reason: 'unreadable_time', column: 'When', value: '2012/02/30 10:00' },
  ],
] as const)('a row is refused with its line: %s', ([, row, refusal]) => {
  expect(mapRow([...row], 7)).toEqual({ ok: false, refused: { line: 7, ...refusal } })
})

test('a mapping that does not fit its file says all that is wrong', () => {
  const { case: fields, event } = mapping
  const wrong = {
    ...mapping,
    case: { ...fields, key: 'Nummer', subject: '{Titel}', tags: [{ column: 'Path#3', unlisted: 'keep' as const }] },
    event: { ...event, at: { column: 'When', format: 'HH:mm', zone: 'Europe/Atlantis' } },
  }

  expect(fitMapping(wrong, headers)).toEqual({
    ok: false,
    problems: [
      { code: 'unknown_column', pointer: '/case/key', value: 'Nummer' },
      { code: 'unknown_column', pointer: '/case/tags/0/column', value: 'Path#3' },
      { code: 'unknown_column', pointer: '/case/subject', value: 'Titel' },
      { code: 'unreadable_format', pointer: '/event/at/format', value: 'HH:mm' },
      { code: 'unknown_zone', pointer: '/event/at/zone', value: 'Europe/Atlantis' },
    ],
  })
})

test('the rows of a case, in any order, become its history', () => {
  const rows = [
    cells({ 2: 'Insert', 5: '2012/07/01 09:00', 4: '' }),
    cells({ 2: 'Wait', 5: '2012/07/01 10:00', 7: '2' }),
    cells({ 2: 'Remark', 5: '2012/07/01 11:00', 9: 'They are on holiday' }),
    cells({ 2: 'Take', 5: '2012/07/02 09:00', 4: 'Bo', 7: '2' }),
    cells({ 2: 'Solve', 5: '2012/07/03 09:00', 4: 'Bo', 7: '2' }),
  ].map((row, index) => mapRow(row, index + 2))
  const read = rows.flatMap((mapped) => (mapped.ok ? [mapped.row] : [])).toReversed()
  const replay = replayCase(toHistory(read, statuses), { open: statuses.open })

  expect(replay.case).toMatchObject({
    createdAt: new Date('2012-07-01T07:00:00Z'),
    createdBy: null,
    status: statuses.solved,
    responsible: 'Bo',
    fields: { priority: 'High', customer: 'Customer 9' },
    firstRepliedAt: new Date('2012-07-03T07:00:00Z'),
  })
  expect(replay.events.map(({ line, payload }) => [line, payload.type])).toEqual([
    [2, 'case.created'],
    [2, 'case.logged'],
    [3, 'case.logged'],
    [3, 'case.status_changed'],
    [3, 'case.dispatched'],
    [3, 'case.changed'],
    [4, 'note.written'],
    [4, 'case.changed'],
    [5, 'case.logged'],
    [5, 'case.status_changed'],
    [5, 'case.dispatched'],
    [5, 'case.changed'],
    [6, 'case.logged'],
    [6, 'case.status_changed'],
  ])
  expect(replay.events.at(-2)?.payload).toEqual({
    ...{ type: 'case.logged', activity: 'Solved the ticket', fields: {} },
    answersCustomer: true,
  })
})
