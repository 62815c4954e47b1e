import type { Case } from '@timedesk/contracts/cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../../test/build-agreement.ts'
import { buildContact, buildEmployee, statusId, SUPPORT_DEPARTMENT_ID } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { openQueryDesk } from '../../../test/query-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openQueryDesk>>
let cases: Case[]
/** Names of the numbers of cases, so that texts can speak of them. */
let numbers: Record<string, string>

beforeAll(async () => {
  server = await startServer()
  desk = await openQueryDesk(server)
  const { customerId, agent, succeed } = desk
  const contact = await buildContact(server, { customerId, name: 'Lone Berg' })
  const agreement = await buildAgreement(server, { customerId, heading: 'Support by the hour' })
  const projectId = newId()
  const hosting = newId()
  await server.database.transact(async (tx) => {
    await tx.project.create({ data: { id: projectId, customerId, name: 'Rollout' } })
    await tx.department.create({ data: { id: hosting, name: 'Hosting', parentId: SUPPORT_DEPARTMENT_ID } })
  })
  const other = await buildEmployee(server, { name: 'Bo Friis' })
  const given: object[] = [
    { subject: 'Printer A', responsibleId: agent.id, tags: ['VPN', 'urgent'], product: 'Ledger 9' },
    { subject: 'Printer B', responsibleId: other.id, contactId: contact.id, externalReference: 'INC-4711' },
    { subject: 'Mail', departmentId: hosting, projectId, deadline: '2026-03-02T15:00:00.000Z' },
    { subject: 'Sound', agreementId: agreement.id, deadline: '2026-03-09T15:00:00.000Z' },
    { subject: 'Access' },
    { subject: 'Gone into another' },
  ]
  cases = []
  for (const one of given) cases.push(await desk.open(one))
  const [a, b, mail, sound, access, gone] = cases.map(({ id }) => id)
  await desk.note(a ?? '')
  await desk.work(b ?? '')
  await desk.draft(mail ?? '')
  await succeed('POST', `/cases/${sound ?? ''}/checklist-items`, { text: 'Restart' })
  await succeed('PUT', `/cases/${a ?? ''}/following`)
  await succeed('PUT', `/cases/${b ?? ''}/snooze`, { until: '2026-03-03T09:00:00.000Z' })
  await succeed('PUT', `/cases/${sound ?? ''}/status`, { statusId: statusId.solved })
  await desk.link(a ?? '', 'parent', b ?? '')
  await desk.link(a ?? '', 'problem', mail ?? '')
  await desk.link(access ?? '', 'blocked_by', a ?? '')
  await desk.link(access ?? '', 'original', b ?? '')
  await desk.link(access ?? '', 'related', sound ?? '')
  await succeed('PUT', `/cases/${gone ?? ''}/merge`, { intoId: access })
  numbers = Object.fromEntries(cases.map(({ subject, number }) => [subject, `#${String(number)}`]))
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** Subjects of what a query finds; `{Subject}` in it stands for the number of that case. */
async function subjectsOf(q: string): Promise<string[]> {
  const found = await desk.find(q.replaceAll(/\{([^}]+)\}/gu, (_, subject: string) => numbers[subject] ?? ''))
  return found.map((id) => cases.find((one) => one.id === id)?.subject ?? '')
}

test.for([
  ['', ['Printer A', 'Printer B', 'Mail', 'Sound', 'Access']],
  ['is:active', ['Printer A', 'Printer B', 'Mail', 'Access']],
  ['is:ended', []],
  ['status:solved', ['Sound']],
  ['status:"waiting for customer"', []],
  ['is:mine', ['Printer A']],
  ['responsible:me', ['Printer A']],
  ['responsible:"bo FRIIS"', ['Printer B']],
  ['responsible:myteam', ['Printer A', 'Printer B']],
  ['responsible:none is:unassigned', ['Mail', 'Sound', 'Access']],
  ['-responsible:none,me', ['Printer B']],
  ['department:mine', ['Printer A', 'Printer B', 'Mail', 'Sound', 'Access']],
  ['department:hosting', ['Mail']],
  ['contact:"Lone Berg"', ['Printer B']],
  ['contact:none', ['Printer A', 'Mail', 'Sound', 'Access']],
  ['project:Rollout', ['Mail']],
  ['agreement:"support by the hour"', ['Sound']],
  ['priority:Normal priority:3', ['Printer A', 'Printer B', 'Mail', 'Sound', 'Access']],
  ['type:none', ['Printer A', 'Printer B', 'Mail', 'Sound', 'Access']],
  ['tag:VPN', ['Printer A']],
  ['tag:spam,URGENT', ['Printer A']],
  ['product:ledger', ['Printer A']],
  ['reference:4711', ['Printer B']],
  ['via:extranet', []],
  ['via:desk -subject:printer', ['Mail', 'Sound', 'Access']],
  ['is:followed', ['Printer A']],
  ['follower:me', ['Printer A']],
  ['follower:none', ['Printer B', 'Mail', 'Sound', 'Access']],
  ['is:snoozed', ['Printer B']],
  ['is:active -is:snoozed', ['Printer A', 'Mail', 'Access']],
  ['has:note', ['Printer A']],
  ['has:attachment', ['Printer A']],
  ['has:time', ['Printer B']],
  ['has:draft', ['Mail']],
  ['has:checklist', ['Sound']],
  ['has:side', []],
  ['is:shared', []],
  ['is:problem', ['Mail']],
  ['is:incident', ['Printer A']],
  ['parent:{Printer B}', ['Printer A']],
  ['incidentof:{Mail}', ['Printer A']],
  ['blocks:{Printer A}', ['Access']],
  ['blockedby:{Access}', ['Printer A']],
  ['duplicateof:{Printer B}', ['Access']],
  ['relates:{Access}', ['Sound']],
  ['relates:{Sound}', ['Access']],
  ['is:merged', ['Gone into another']],
  ['mergedinto:{Access}', ['Gone into another']],
  ['number:{Gone into another}', ['Gone into another']],
  ['due:today', ['Mail']],
  ['due:..today', ['Mail']],
  ['due:<4h', []],
  ['due:<7d', ['Mail']],
  ['due:none', ['Printer A', 'Printer B', 'Sound', 'Access']],
  ['solved:today', ['Sound']],
  ['closed:none created:today updated:<1h', ['Printer A', 'Printer B', 'Mail', 'Sound', 'Access']],
  ['printer', ['Printer A', 'Printer B']],
  ['fuser', ['Printer A']],
  ['printer -fuser', ['Printer B']],
  ['words:"mail",sound', ['Mail', 'Sound']],
  ['(is:mine or tag:x) or subject:sound', ['Printer A', 'Sound']],
] as const)('%s', async ([q, subjects]) => {
  expect(await subjectsOf(q)).toEqual(subjects)
})

test.for([
  ['stauts:open', 'key_unknown', 'stauts', 'status'],
  ['is:open', 'value_unknown', 'open', 'active'],
  ['responsible:"Anna Hlom"', 'value_unknown', '"Anna Hlom"', '"Anna Holm"'],
  ['tag:a customer:nobody', 'value_unknown', 'nobody', undefined],
  ['due:soonish', 'moment_refused', 'soonish', 'today'],
  ['field.nothing:1', 'key_unknown', 'field.nothing', undefined],
] as const)('%s is refused where it is wrong, with what could stand there', async ([q, code, where, expected]) => {
  const refused = await desk.problemsOf(q)

  expect(refused).toMatchObject({ status: 422, code: 'query_refused', problems: [[code, where, expect.any(Array)]] })
  if (expected !== undefined) expect(refused.problems[0]?.[2]).toContain(expected)
})

test('searches within one query are limited', async () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `word${String(at)}`).join(' or ')

  expect(await desk.find(`${words(9)} or mail`)).toHaveLength(1)
  expect((await desk.problemsOf(words(11))).problems).toMatchObject([['query_too_long', words(11), []]])
})
