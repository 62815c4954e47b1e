import { extranetStreamLive } from '@timedesk/contracts/live'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../test/cases.ts'
import { deliverAll } from '../../test/deliver-all.ts'
import { buildContact, buildEmployee, statusId, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { doneOn } from '../../test/rule-desk.ts'
import { buildRule, writeText } from '../../test/texts-desk.ts'
import { findCompanyName } from '../helpdesk/name-for-contacts.ts'
import type { WrittenEvent } from '../platform/context.ts'

const RULE = 'INTERNAL: customer never pays'
const listeners = new Set<(event: WrittenEvent) => void>()
const signals = {
  publish: (events: readonly WrittenEvent[]) => {
    for (const event of events) for (const listener of listeners) listener(event)
  },
  subscribe: (listener: (event: WrittenEvent) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn
let anna: Awaited<ReturnType<typeof buildContact>>
let company: string
beforeAll(async () => {
  server = await startServer({ signals })
  administrator = await buildEmployee(server, { role: 'administrator' })
  anna = await buildContact(server, { name: 'Anna Berg' })
  company = await findCompanyName(server.database.reader)
})
afterAll(() => server.close())

/** What a contact hears until something is done, as it comes over the wire. */
async function hear(deed: () => Promise<void>): Promise<string> {
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const abort = new AbortController()
  const { body } = await fetch(`${address}${extranetStreamLive.path}`, { headers: anna.headers, signal: abort.signal })
  let text = ''
  const reading = (async () => {
    for await (const chunk of body ?? []) text += Buffer.from(chunk as Uint8Array).toString()
  })().catch(() => undefined)
  await deed()
  await expect.poll(() => text).toContain('reply.posted')
  abort.abort()
  await reading
  return text
}

test('what a rule says and does is the company’s to contacts: the rule’s name stays inside', async () => {
  const text = await writeText(server, administrator, 'We have got your case.')
  await buildRule(server, administrator, {
    name: RULE,
    trigger: { kind: 'event', events: ['tag_added'] },
    actions: [
      { kind: 'priority', priorityId: '00000000-0000-7000-8000-000000000011' },
      { kind: 'reply', cannedTextId: text.id },
      { kind: 'status', statusId: statusId.waiting_customer },
    ],
  })
  const { id } = await openCase(server, administrator, { customerId: anna.customerId, contactId: anna.id })

  const heard = await hear(async () => {
    await send(server, administrator, 'PATCH', `/api/v1/cases/${id}`, { tags: ['vip'] })
    await deliverAll(server)
  })

  expect(await doneOn(server, id)).toEqual([RULE])
  const timeline = await send(server, anna, 'GET', `/api/extranet/v1/cases/${id}/timeline`)
  const notices = await send(server, anna, 'GET', '/api/extranet/v1/me/notices')
  const { rows: mails } = await server.database.pool.query('SELECT * FROM mail')
  const inside = await send(server, administrator, 'GET', `/api/v1/cases/${id}/timeline`)
  const { data: items } = timeline.json<{
    data: { kind: string; body?: string; author: { name: string }; event?: { type: string } }[]
  }>()
  const { data: told } = notices.json<{ data: { actorName: string; event: { type: string } }[] }>()
  const reply = items.find(({ body }) => body === 'We have got your case.')
  const moved = items.find(({ event }) => event?.type === 'case.status_changed')
  expect([reply?.author.name, moved?.author.name]).toEqual([company, company])
  expect(told.find(({ event }) => event.type === 'reply.posted')).toMatchObject({ actorName: company })
  expect(mails.length).toBeGreaterThan(0)
  for (const shown of [timeline.body, notices.body, JSON.stringify(mails), heard])
    expect(shown).not.toContain('INTERNAL')
  expect(inside.body).toContain(RULE)
})
