import type { Condition } from '@timedesk/contracts/conditions'
import type { DispatchRule, DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import type { EventPayload } from '@timedesk/contracts/events'
import { newId } from '../src/platform/new-id.ts'
import { send } from './cases.ts'
import { buildEmployee, type SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

/** A department of its own, so that no other test's cases come there. */
export async function buildDepartment({ database }: TestServer, parentId: string | null = null): Promise<string> {
  const id = newId()
  await database.transact((tx) => tx.department.create({ data: { id, name: `Department ${id}`, parentId } }))
  return id
}

/** Employees of a department, in the order of their ids. */
export async function buildPeople(server: TestServer, departmentId: string, count: number): Promise<SignedIn[]> {
  const people: SignedIn[] = []
  for (let one = 0; one < count; one += 1) people.push(await buildEmployee(server, { departmentId }))
  return people
}

/** A dispatch rule, saved through the API by an administrator. */
export async function buildRule(
  server: TestServer,
  by: SignedIn,
  target: DispatchTarget,
  conditions: Condition[] = [],
  name = `Rule ${newId()}`,
): Promise<DispatchRule> {
  const answer = await send(server, by, 'POST', '/api/v1/dispatch-rules', { name, conditions, target })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<DispatchRule>()
}

/** Removes every rule and absence, so that the next test begins without them. */
export async function clearDispatch({ database }: TestServer): Promise<void> {
  await database.transact(async (tx) => {
    await tx.dispatchRule.deleteMany()
    await tx.absence.deleteMany()
  })
}

export type Dispatched = Extract<EventPayload, { type: 'case.dispatched' }>

/** How a case was dispatched, the first time first. */
export async function dispatchesOf(server: TestServer, by: SignedIn, caseId: string): Promise<Dispatched[]> {
  const answer = await send(server, by, 'GET', `/api/v1/cases/${caseId}/timeline?lanes=changes`)
  const events = answer.json<{ data: { event: EventPayload }[] }>().data.map(({ event }) => event)
  return events.filter((event): event is Dispatched => event.type === 'case.dispatched')
}
