import type { DryRun } from '@timedesk/contracts/automation-runs'
import type { Rehearsal } from '@timedesk/contracts/rehearsals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, reportCase, send } from '../../test/cases.ts'
import { deliverAll } from '../../test/deliver-all.ts'
import { buildContact, buildEmployee, NORMAL_PRIORITY_ID, statusId, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { passMinutes, runsOn } from '../../test/rule-desk.ts'
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
afterAll(() => server.close())

async function signed(person: SignedIn): Promise<SignedIn> {
  await signIn(server, person, person.id === anna.id ? 'extranet' : 'desk')
  return person
}

async function tryOut(rule: object, days = 30): Promise<DryRun> {
  const answer = await send(server, await signed(administrator), 'POST', '/api/v1/automation-rules/dry-run', {
    rule,
    days,
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<DryRun>()
}

async function reply(caseId: string, body: string): Promise<void> {
  await send(server, await signed(anna), 'POST', `/api/extranet/v1/cases/${caseId}/replies`, { body })
}

const onReply = { kind: 'event', events: ['contact_replied'] }
const setVip = { kind: 'tags', add: ['vip'], remove: [] }

test('a dry run asks the rule with each case as it was then, and changes nothing', async () => {
  const { id, number } = await reportCase(server, await signed(anna), { subject: 'Dry printers' })
  const { data } = (await send(server, await signed(administrator), 'GET', '/api/v1/priorities')).json<{
    data: { id: string }[]
  }>()
  const urgent = data[0]?.id
  for (const [priorityId, body] of [
    [NORMAL_PRIORITY_ID, 'one'],
    [urgent, 'two'],
    [NORMAL_PRIORITY_ID, 'three'],
  ] as const) {
    passMinutes(server, 1)
    await send(server, await signed(administrator), 'PATCH', `/api/v1/cases/${id}`, { priorityId })
    passMinutes(server, 1)
    await reply(id, body)
  }
  const conditions = [
    { field: 'priority', op: 'is', values: [urgent] },
    { field: 'words', op: 'contains', values: ['two', 'three'] },
  ]
  const result = await tryOut({
    trigger: onReply,
    conditions,
    actions: [setVip, { kind: 'priority', priorityId: urgent }],
  })
  expect(result).toMatchObject({ days: 30, isCut: false, hits: 1, casesHit: 1 })
  expect(result.changes).toEqual([
    { action: 'tags', count: 1 },
    { action: 'priority', count: 0 },
  ])
  expect(result.examples).toMatchObject([
    { case: { id, number }, event: 'contact_replied', actions: [{ action: 'tags', value: '+vip' }] },
  ])
  expect(await runsOn(server, id)).toEqual([])
})

test('a dry run of a time rule tells what the rule then does', async () => {
  const trigger = { kind: 'time', since: 'last_staff_reply', minutes: 60, isBefore: false }
  const ids: string[] = []
  const deed = { name: 'Chase', trigger, actions: [{ kind: 'note', body: 'Chase them' }] }
  await buildRule(server, await signed(administrator), deed)
  const since = server.clock.now.getTime()
  for (const answers of [false, true, false]) {
    const { id } = await openCase(server, await signed(administrator), {
      customerId: anna.customerId,
      contactId: anna.id,
    })
    ids.push(id)
    passMinutes(server, 30)
    if (answers) await reply(id, 'An answer')
  }
  for (let minute = 0; minute < 90; minute += 1) {
    passMinutes(server, 1)
    await workTimeRules(server.deps, server.clock.now)
  }
  const done = await Promise.all(ids.map(async (id) => ((await runsOn(server, id)).length > 0 ? [id] : [])))
  const { examples } = await tryOut({ trigger, actions: deed.actions }, 1)
  const foreseen = examples.filter(({ at }) => new Date(at).getTime() > since).map((example) => example.case.id)
  expect(done.flat()).toHaveLength(2)
  expect(foreseen.toSorted()).toEqual(done.flat().toSorted())
})

test('it looks at the days that were asked for', async () => {
  passMinutes(server, 3 * 24 * 60)
  const { id } = await reportCase(server, await signed(anna))
  await deliverAll(server)
  const created = {
    trigger: { kind: 'event', events: ['case_created'] },
    actions: [{ kind: 'status', statusId: statusId.open }],
  }
  const { hits, cases, examples } = await tryOut(created, 1)
  expect({ hits, cases }).toEqual({ hits: 1, cases: 1 })
  expect(examples.map((example) => example.case.id)).toEqual([id])
  expect((await tryOut(created, 10)).hits).toBeGreaterThan(1)
})

test('a rehearsal sets the drafted rule beside the one that is', async () => {
  const { id, number } = await reportCase(server, await signed(anna), { subject: 'Rehearsed' })
  passMinutes(server, 1)
  await reply(id, 'Please hurry')
  const said = (word: string) => [{ field: 'words', op: 'contains', values: [word] }]
  const rule = { trigger: onReply, conditions: said('hurry'), actions: [setVip] }
  const { id: ruleId } = await buildRule(server, await signed(administrator), { ...rule, name: 'Hurry' })
  const rehearse = async (change: object) => {
    const body = { days: 1, change: { kind: 'automation_rule', ...change } }
    return (await send(server, await signed(administrator), 'POST', '/api/v1/rehearsals', body)).json<Rehearsal>()
  }
  expect((await rehearse({ ruleId, rule })).rows).toEqual([])
  const other = await rehearse({ ruleId, rule: { ...rule, conditions: said('nobody says this') } })
  expect(other.figures).toEqual([{ figure: 'rule_hits', clock: null, asIs: 1, draft: 0 }])
  expect(other.rows).toMatchObject([{ case: { number }, differences: [{ what: 'rule', asIs: '+vip', draft: null }] }])
  const added = await rehearse({ rule })
  expect(added.rows).toMatchObject([{ case: { number }, differences: [{ what: 'rule', asIs: null, draft: '+vip' }] }])
})

test('what the workflow never allows is told apart, and counts as nothing done', async () => {
  passMinutes(server, 20 * 24 * 60)
  const agent = await buildEmployee(server)
  const [fresh, closed] = [
    await openCase(server, agent, { customerId: anna.customerId }),
    await openCase(server, agent, { customerId: anna.customerId }),
  ]
  await send(server, agent, 'PUT', `/api/v1/cases/${fresh.id}/status`, { statusId: statusId.open })
  await send(server, agent, 'PUT', `/api/v1/cases/${closed.id}/status`, { statusId: statusId.cancelled })
  const rule = {
    trigger: { kind: 'event', events: ['status_changed'] },
    actions: [setVip, { kind: 'status', statusId: statusId.waiting_third_party }],
  }

  const found = await tryOut(rule, 1)

  expect(found).toMatchObject({ hits: 2, refused: 1 })
  expect(found.changes.map(({ count }) => count)).toEqual([1, 1])
  expect(found.examples.map((hit) => [hit.case.id, hit.isRefused, hit.actions.length]).toSorted()).toEqual(
    [
      [fresh.id, false, 2],
      [closed.id, true, 0],
    ].toSorted(),
  )
  const rehearsal = await send(server, await signed(administrator), 'POST', '/api/v1/rehearsals', {
    ...{ days: 1, change: { kind: 'automation_rule', rule } },
  })
  expect(rehearsal.json()).toMatchObject({
    figures: [{ figure: 'rule_hits', draft: 1 }],
    omits: ['later_deadlines', 'other_rules', 'gates'],
  })
})

test('a draft that cannot be asked is refused where it stands', async () => {
  const rule = { trigger: onReply, actions: [setVip, setVip] }
  const answer = await send(server, await signed(administrator), 'POST', '/api/v1/automation-rules/dry-run', { rule })
  expect(answer.json()).toMatchObject({ code: 'rule_refused', errors: [{ pointer: '/body/rule/actions/1' }] })
})
