import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../test/cases.ts'
import { buildContact, buildEmployee, statusId, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { doneOn, eventsOn, passMinutes, retireRules, runsOn } from '../../test/rule-desk.ts'
import { signIn } from '../../test/service-desk.ts'
import { buildRule } from '../../test/texts-desk.ts'
import { workTimeRules } from './work-time-rules.ts'

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn
let anna: Awaited<ReturnType<typeof buildContact>>
beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
  anna = await buildContact(server)
})
afterEach(() => retireRules(server))
afterAll(() => server.close())

const work = () => workTimeRules(server.deps, server.clock.now)
const note = (body: string) => ({ kind: 'note', body })
const after = (since: string, minutes: number, given: object = {}) => ({ kind: 'time', since, minutes, ...given })

/** Signed in anew: sessions are shorter than the waits of rules. */
async function signed(person: SignedIn): Promise<SignedIn> {
  await signIn(server, person, person.id === anna.id ? 'extranet' : 'desk')
  return person
}

async function rule(name: string, trigger: object, given: object = {}): Promise<void> {
  await buildRule(server, await signed(administrator), { name, trigger, actions: [note(name)], ...given })
}

async function reply(by: SignedIn, caseId: string): Promise<void> {
  const api = by.id === anna.id ? '/api/extranet/v1' : '/api/v1'
  const answer = await send(server, await signed(by), 'POST', `${api}/cases/${caseId}/replies`, { body: 'Well?' })
  expect(answer.statusCode).toBe(201)
}

async function change(method: 'PATCH' | 'PUT', caseId: string, what: string, payload: object): Promise<void> {
  const answer = await send(server, await signed(administrator), method, `/api/v1/cases/${caseId}${what}`, payload)
  expect(answer.statusCode).toBe(200)
}

async function caseOfAnna(): Promise<string> {
  const { customerId, id: contactId } = anna
  return (await openCase(server, await signed(administrator), { customerId, contactId })).id
}

async function minuteByMinute(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    passMinutes(server, 1)
    await work()
  }
}

test('a time that comes is answered once, at its minute', async () => {
  await rule('Hour', after('created', 60))
  const id = await caseOfAnna()
  passMinutes(server, 59)
  await work()
  expect(await doneOn(server, id)).toEqual([])
  await minuteByMinute(5)
  expect(await doneOn(server, id)).toEqual(['Hour'])
})

test('a worker that is two hours late, and workers at the same time, do it once', async () => {
  await rule('Hour', after('created', 60))
  const ids = [await caseOfAnna(), await caseOfAnna(), await caseOfAnna()]
  passMinutes(server, 180)
  await Promise.all([work(), work(), work()])
  await work()
  for (const id of ids) {
    expect(await doneOn(server, id)).toEqual(['Hour'])
    expect(await eventsOn(server, id, 'note.written')).toHaveLength(1)
  }
})

test('a time that had passed before the rule was there is none of it', async () => {
  const id = await caseOfAnna()
  passMinutes(server, 61)
  await rule('Hour', after('created', 60))
  await rule('Two hours', after('created', 120))
  passMinutes(server, 60)
  await work()
  expect(await doneOn(server, id)).toEqual(['Two hours'])
})

test('silence is counted from a word that nobody answered', async () => {
  await rule('Customer waits', after('last_contact_reply', 30))
  await rule('We wait', after('last_staff_reply', 45))
  const id = await caseOfAnna()
  await reply(anna, id)
  await minuteByMinute(29)
  await reply(administrator, id)
  await minuteByMinute(40)
  expect(await doneOn(server, id)).toEqual([])
  await minuteByMinute(10)
  expect(await doneOn(server, id)).toEqual(['We wait'])
  await reply(anna, id)
  await minuteByMinute(35)
  expect(await doneOn(server, id)).toEqual(['We wait', 'Customer waits'])
  await reply(administrator, id)
  await minuteByMinute(50)
  expect(await doneOn(server, id)).toEqual(['We wait', 'Customer waits', 'We wait'])
})

test('a rule that an occurrence did not fit is asked again when something happens while it stands', async () => {
  await rule('Urgent', after('created', 10), { conditions: [{ field: 'tag', op: 'is', values: ['urgent'] }] })
  const id = await caseOfAnna()
  await minuteByMinute(20)
  expect(await doneOn(server, id)).toEqual([])
  await change('PATCH', id, '', { tags: ['urgent'] })
  await minuteByMinute(3)
  expect(await doneOn(server, id)).toEqual(['Urgent'])
})

test('a rule that stops the rest goes on doing so while its occurrence stands', async () => {
  await rule('First', after('created', 10), { stopsAfter: true })
  await rule('Second', after('created', 10))
  const id = await caseOfAnna()
  await minuteByMinute(30)
  await change('PATCH', id, '', { tags: ['later'] })
  await minuteByMinute(5)
  expect(await doneOn(server, id)).toEqual(['First'])
})

test('nobody waits on a case that has ended', async () => {
  await rule('Since the status', after('status', 10))
  const id = await caseOfAnna()
  await change('PUT', id, '/status', { statusId: statusId.cancelled })
  await minuteByMinute(15)
  expect(await runsOn(server, id)).toEqual([])
})

test('a deadline that comes is told before and after', async () => {
  await rule('Before', after('due', 30, { isBefore: true }))
  await rule('After', after('due', 15))
  const id = await caseOfAnna()
  const due = new Date(server.clock.now.getTime() + 120 * 60_000).toISOString()
  await change('PUT', id, '/deadline', { at: due, reason: 'Promised by phone' })
  passMinutes(server, 89)
  await work()
  expect(await doneOn(server, id)).toEqual([])
  await minuteByMinute(2)
  expect(await doneOn(server, id)).toEqual(['Before'])
  passMinutes(server, 45)
  await work()
  expect(await doneOn(server, id)).toEqual(['Before', 'After'])
})

test('a fault on one case keeps no other one waiting, and is tried again', async () => {
  await rule('Hour', after('created', 60))
  const ids = [await caseOfAnna(), await caseOfAnna()]
  passMinutes(server, 61)
  const { newId } = server.deps
  let calls = 0
  const broken = { ...server.deps, newId: () => (++calls === 1 ? 'no id at all' : newId()) }
  await expect(workTimeRules(broken, server.clock.now)).rejects.toThrow('Time rules could not be asked')
  const doneFirst = await Promise.all(ids.map((id) => doneOn(server, id)))
  expect(doneFirst.flat()).toEqual(['Hour'])
  await work()
  for (const id of ids) expect(await doneOn(server, id)).toEqual(['Hour'])
})
