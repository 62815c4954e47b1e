import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildImport,
  contentOf,
  countsOf,
  importCsv,
  shippedMapping,
  startImportServer,
  ticketsCsv,
  type ImportServer,
} from '../../../test/build-import.ts'
import type { TestServer } from '../../../test/harness.ts'
import { runImport } from './run-import.ts'

const rowsOf = <Row>({ database }: TestServer, query: Prisma.Sql) => database.reader.rows<Row>(query)
const violations = (server: TestServer) => rowsOf(server, Prisma.sql`SELECT * FROM integrity_violations`)
const added =
  'Ticket 3,Resolve SW anomaly,Value 34,2012/06/04 08:00:00.000,Variant 3,3,Variant 3,Value 1,Value 71,Value 3,Value 6,Value 4,Value 1,Value 4,Value 1,Value 1\n'

test('the shipped mapping reads what it says', () => {
  expect(shippedMapping.source).toBe('helpdesk-log')
  expect(shippedMapping.case.priority?.values).toEqual({
    'Value 1': 'Normal',
    'Value 2': 'High',
    'Value 3': 'Critical',
    'Value 4': 'Low',
  })
  expect(Object.keys(shippedMapping.event.activity.table)).toHaveLength(14)
})

describe('after an import', () => {
  let server: ImportServer
  let close: () => Promise<void>
  let counts: unknown

  beforeAll(async () => {
    server = await startImportServer((end) => {
      close = end
    })
    counts = await importCsv(server, ticketsCsv)
  })
  afterAll(() => close())

  test('cases arrive from rows that stand anywhere, and each refused row is told with its line and reason', async () => {
    expect(counts).toEqual({ state: 'finished', read: 15, created: 3, updated: 0, events: 10, refused: 5 })
    expect(
      await rowsOf(server, Prisma.sql`SELECT line, "column", reason, value FROM import_refusal ORDER BY line`),
    ).toEqual([
      { line: 6, column: 'Complete Timestamp', reason: 'unreadable_time', value: 'yesterday' },
      { line: 10, column: '', reason: 'wrong_column_count', value: '3' },
      { line: 12, column: 'Activity', reason: 'unlisted_activity', value: 'Explode' },
      { line: 13, column: 'seriousness_2', reason: 'unlisted_value', value: 'Value 9' },
      { line: 14, column: 'customer', reason: 'missing_value', value: '' },
    ])
    expect(await rowsOf(server, Prisma.sql`SELECT 1 FROM event WHERE type = 'case.logged'`)).toHaveLength(10)
    expect(await violations(server)).toEqual([])
    expect(await rowsOf(server, Prisma.sql`SELECT 1 FROM event_delivery`)).toEqual([])
  })

  test('a case stands where its last row left it, with all that the file says of it', async () => {
    const { cases } = await contentOf(server)
    expect(cases[0]).toEqual({
      key: 'Ticket 1',
      number: 1,
      subject: 'Product 3 · Service type 4',
      customer: 'Customer 71',
      type: 'Service type 4',
      priority: 'Normal',
      category: 'closed',
      department: 'Section 2',
      responsible: 'Resource 32',
      product: 'Product 3',
      level: 'Service level 1',
      tags: ['Support section 1', 'Workgroup 1'],
      created: new Date('2012-03-25T00:59:59.000Z'),
      active: new Date('2012-10-28T03:00:00.000Z'),
      replied: new Date('2012-03-25T08:00:00.000Z'),
      solved: new Date('2012-10-27T23:30:00.000Z'),
      closed: new Date('2012-10-28T03:00:00.000Z'),
      reopened: 0,
    })
    expect(cases.slice(1)).toMatchObject([
      { key: 'Ticket 2', category: 'solved', priority: 'High', responsible: 'Resource 32' },
      { key: 'Ticket 3', category: 'waiting_third_party', priority: 'Low', department: 'Section 6' },
    ])
  })

  test('the log has each row at its own time by its own actor, across both changes of the clocks', async () => {
    const log = await rowsOf(
      server,
      Prisma.sql`SELECT e.at, e.actor_kind AS kind, e.actor_name AS actor, e.payload ->> 'activity' AS activity
        FROM event e JOIN support_case c ON c.id = e.case_id WHERE c.import_key = 'Ticket 1' AND e.type = 'case.logged' ORDER BY e.at`,
    )
    const row = (at: string, actor: string, activity: string) => ({ at: new Date(at), kind: 'import', actor, activity })
    expect(log).toEqual([
      row('2012-03-25T00:59:59Z', 'Resource 31', 'Assign seriousness'),
      row('2012-03-25T01:00:00Z', 'Resource 31', 'Take in charge ticket'),
      row('2012-03-25T08:00:00Z', 'Resource 31', 'Wait'),
      row('2012-03-26T08:00:00Z', 'Resource 32', 'Take in charge ticket'),
      row('2012-10-27T23:30:00Z', 'Resource 32', 'Resolve ticket'),
      row('2012-10-28T03:00:00Z', 'Resource 32', 'Closed'),
    ])
  })

  test('the periods of waiting, solved and closed follow from the log', async () => {
    const moves = await rowsOf(
      server,
      Prisma.sql`SELECT e.payload ->> 'toCategory' AS category, e.at FROM event e JOIN support_case c ON c.id = e.case_id
        WHERE c.import_key = 'Ticket 1' AND e.type = 'case.status_changed' ORDER BY e.at`,
    )
    expect(moves).toEqual([
      { category: 'open', at: new Date('2012-03-25T01:00:00Z') },
      { category: 'waiting_customer', at: new Date('2012-03-25T08:00:00Z') },
      { category: 'open', at: new Date('2012-03-26T08:00:00Z') },
      { category: 'solved', at: new Date('2012-10-27T23:30:00Z') },
      { category: 'closed', at: new Date('2012-10-28T03:00:00Z') },
    ])
  })

  test('people of the source come as inactive, in a department named after it', async () => {
    expect(
      await rowsOf(
        server,
        Prisma.sql`SELECT e.name, e.initials, e.is_active AS active, e.role, d.name AS department FROM employee e JOIN department d ON d.id = e.department_id ORDER BY 1`,
      ),
    ).toEqual([
      { name: 'Resource 31', initials: 'R31', active: false, role: 'agent', department: 'helpdesk-log' },
      { name: 'Resource 32', initials: 'R32', active: false, role: 'agent', department: 'helpdesk-log' },
      { name: 'Resource 33', initials: 'R33', active: false, role: 'agent', department: 'helpdesk-log' },
    ])
  })
})

test('the same file again brings nothing new', async () => {
  const server = await startImportServer()
  await importCsv(server, ticketsCsv)
  const before = await contentOf(server)

  const counts = await importCsv(server, ticketsCsv)

  expect(counts).toEqual({ state: 'finished', read: 15, created: 0, updated: 0, events: 0, refused: 5 })
  expect(await contentOf(server)).toEqual(before)
})

test('new rows join the log, and the case follows them', async () => {
  const server = await startImportServer()
  await importCsv(server, ticketsCsv)

  const counts = await importCsv(server, ticketsCsv + added)

  expect(counts).toMatchObject({ created: 0, updated: 1, events: 1 })
  const { cases } = await contentOf(server)
  expect(cases[2]).toMatchObject({ category: 'open', active: new Date('2012-06-04T06:00:00Z') })
  expect(await violations(server)).toEqual([])
})

test('a row from before the case began moves its beginning, and the log tells of one creation', async () => {
  const server = await startImportServer()
  await importCsv(server, ticketsCsv)
  const earlier = added.replace('2012/06/04', '2012/05/31').replace('Resolve SW anomaly', 'Insert ticket')

  const counts = await importCsv(server, ticketsCsv + earlier)

  expect(counts).toMatchObject({ created: 0, updated: 1, events: 1 })
  const { cases, events } = await contentOf(server)
  expect(cases[2]).toMatchObject({ created: new Date('2012-05-31T06:00:00Z'), category: 'waiting_third_party' })
  expect(events.filter((event) => (event as { type: string }).type === 'case.created')).toHaveLength(3)
  expect(await violations(server)).toEqual([])
})

test('a case that somebody changed here keeps that, and gets the new rows in its log', async () => {
  const server = await startImportServer()
  await importCsv(server, ticketsCsv)
  await server.deps.database.transact(async (tx) => {
    await tx.rows(Prisma.sql`INSERT INTO event (id, type, subject_kind, subject_id, case_id, customer_id, is_internal, payload, actor_kind, actor_name, at)
      SELECT ${server.deps.newId()}::uuid, 'case.changed', 'case', id, id, customer_id, true, '{"changes":[],"isPublic":false}', 'employee', 'Ada', now()
      FROM support_case WHERE import_key = 'Ticket 3'`)
  })

  const counts = await importCsv(server, ticketsCsv + added)

  expect(counts).toMatchObject({ updated: 0, events: 1 })
  const { cases, events } = await contentOf(server)
  expect(cases[2]).toMatchObject({ category: 'waiting_third_party' })
  expect(events.filter((event) => JSON.stringify(event).includes('Resolve SW anomaly'))).toHaveLength(1)
})

test('a file that lacks earlier rows adds to the log and leaves the case as it is', async () => {
  const server = await startImportServer()
  await importCsv(server, ticketsCsv)
  const [header = ''] = ticketsCsv.split('\n')

  const counts = await importCsv(server, `${header}\n${added}`)

  expect(counts).toMatchObject({ created: 0, updated: 0, events: 1 })
  expect((await contentOf(server)).cases[2]).toMatchObject({ category: 'waiting_third_party' })
})

test('an import that was broken off goes on behind what it stored', async () => {
  const whole = await startImportServer()
  await importCsv(whole, ticketsCsv)
  const server = await startImportServer()
  const id = await buildImport(server, ticketsCsv)
  const breakOff = () => {
    throw new Error('the power failed')
  }

  await expect(runImport({ ...server.deps, casesAtOnce: 1, onProgress: breakOff }, id)).rejects.toThrow(
    'the power failed',
  )
  expect(await countsOf(server, id)).toMatchObject({ state: 'failed', created: 1 })
  await runImport({ ...server.deps, casesAtOnce: 1 }, id)

  expect(await countsOf(server, id)).toEqual({
    state: 'finished',
    read: 15,
    created: 3,
    updated: 0,
    events: 10,
    refused: 5,
  })
  expect(await contentOf(server)).toEqual(await contentOf(whole))
})

test('a file that is larger than what is held at a time gives the same cases', async () => {
  const whole = await startImportServer()
  await importCsv(whole, ticketsCsv)
  const server = await startImportServer()

  const counts = await importCsv(server, ticketsCsv, { shareBytesMax: 400 })

  expect(counts).toEqual({ state: 'finished', read: 15, created: 3, updated: 0, events: 10, refused: 5 })
  const withoutNumbers = (content: Awaited<ReturnType<typeof contentOf>>) =>
    JSON.stringify(content).replaceAll(/"number":\d+/gu, '')
  expect(withoutNumbers(await contentOf(server))).toBe(withoutNumbers(await contentOf(whole)))
})

test('a file that is no CSV fails the import and is not tried again', async () => {
  const server = await startImportServer()
  const [header = ''] = ticketsCsv.split('\n')

  const counts = await importCsv(server, `${header}\n"Ticket 9,never ends`)

  expect(counts).toMatchObject({ state: 'failed', created: 0 })
})
