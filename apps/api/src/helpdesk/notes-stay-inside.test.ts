import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAttachment } from '../../test/build-attachment.ts'
import { reportCase, send } from '../../test/cases.ts'
import { buildContact, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

const BASE = '/api/extranet/v1'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let contact: Awaited<ReturnType<typeof buildContact>>
let stranger: Awaited<ReturnType<typeof buildContact>>
let caseId: string

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
  contact = await buildContact(server, { role: 'manager', seesAllCases: true })
  stranger = await buildContact(server, { role: 'manager', seesAllCases: true })
  caseId = (await reportCase(server, contact)).id
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** All that the contact can read of the case, in one text. */
async function everythingSeen(): Promise<string> {
  const paths = [
    '/cases',
    `/cases/${caseId}`,
    `/cases/${caseId}/timeline`,
    '/cases?search=zucchini',
    '/cases?search=kohlrabi',
  ]
  const answers = await Promise.all(paths.map((path) => send(server, contact, 'GET', `${BASE}${path}`)))
  return answers.map(({ statusCode, body }) => `${String(statusCode)} ${body}`).join('\n')
}

test('a note, its file and its time change nothing that a contact can see', async () => {
  const before = await everythingSeen()
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
  const file = await buildAttachment(server, { uploaderKind: 'employee', uploaderId: agent.id, name: 'kohlrabi.png' })

  const written = await send(server, agent, 'POST', `/api/v1/cases/${caseId}/notes`, {
    body: 'The zucchini is ours.',
    attachmentIds: [file],
    time: { minutes: 10, activityTypeId: SUPPORT_ACTIVITY_ID, internalText: 'kohlrabi' },
  })

  expect(written.statusCode, written.body).toBe(201)
  expect(written.json()).toMatchObject({ kind: 'note', attachments: [{ id: file }] })
  expect(await everythingSeen()).toBe(before)
  const found = await send(server, agent, 'GET', '/api/v1/cases?search=zucchini')
  expect(found.json()).toMatchObject({ data: [{ id: caseId }] })
  const log = await send(server, agent, 'GET', `/api/v1/cases/${caseId}/timeline?lanes=internal,time`)
  expect(log.json()).toMatchObject({
    data: [
      { kind: 'note', attachments: [{ name: 'kohlrabi.png' }] },
      { kind: 'time', entry: { minutes: 10 } },
    ],
  })
})

test('the database gives the extranet’s role nothing of another customer, and no note or time at all', async () => {
  await reportCase(server, stranger, { subject: 'Not yours' })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    await client.query('SET ROLE timedesk_extranet')
    expect((await client.query('SELECT id FROM support_case')).rows).toEqual([])
    await client.query(
      `SELECT set_config('app.customer_id', $1, false), set_config('app.contact_id', $2, false),
         set_config('app.sees_all', 'true', false), set_config('app.contact_role', 'manager', false)`,
      [contact.customerId, contact.id],
    )
    for (const table of ['support_case', 'reply', 'event']) {
      const { rows } = await client.query<{ customerId: string }>(
        `SELECT DISTINCT customer_id AS "customerId" FROM ${table}`,
      )
      expect(rows, table).toEqual([{ customerId: contact.customerId }])
    }
    const { rows: files } = await client.query('SELECT id FROM attachment')
    expect(files).toEqual([])
    for (const table of ['note', 'time_entry', 'time_rating', 'staff_read_mark'])
      await expect(client.query(`SELECT * FROM ${table}`), table).rejects.toThrow('permission denied')
    const { rows: internal } = await client.query(
      `SELECT type FROM event WHERE type IN ('note.written', 'case.dispatched')`,
    )
    expect(internal).toEqual([])
  } finally {
    await client.end()
  }
})
