import { dayOf } from '@timedesk/prisma/seed/working-time'
import type { Page } from 'playwright'
import { callAs, type Colleague } from './arrange.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A department of its own, with agents who are to work around the clock, so that the board has nobody else on it. */
export async function arrangeTeam(
  administrator: Page,
  name: string,
  people: readonly (readonly [name: string, initials: string])[],
): Promise<{ departmentId: string; people: Colleague[] }> {
  const departments = await callAs<{ data: { id: string; name: string }[] }>(
    administrator,
    'get',
    '/api/v1/departments?search=Fjordbyte',
  )
  const parentId = departments.data.find((one) => one.name === 'Fjordbyte')?.id ?? null
  const { id: departmentId } = await callAs<{ id: string }>(administrator, 'post', '/api/v1/departments', {
    name,
    parentId,
  })
  const colleagues: Colleague[] = []
  for (const [person, initials] of people) {
    const email = `${initials.toLowerCase()}@fjordbyte.example`
    const { id } = await callAs<{ id: string }>(administrator, 'post', '/api/v1/employees', {
      ...{ name: person, initials, email, role: 'agent', departmentId },
      workingMinutes: Array.from({ length: 7 }, () => 444),
    })
    colleagues.push({ id, name: person, email, departmentId })
  }
  return { departmentId, people: colleagues }
}

/** Somebody is away from today on, and somebody else stands in. */
export async function arrangeAbsence(administrator: Page, employeeId: string, delegateId: string): Promise<void> {
  const now = Date.now()
  const days = { from: dayOf(now), to: dayOf(now + 3 * DAY_MS) }
  await callAs(administrator, 'post', '/api/v1/absences', { employeeId, delegateId, ...days, reason: 'Holiday' })
}

/** A promise to one customer, by the wall clock, in minutes: the same for every priority. */
export async function arrangePolicy(
  administrator: Page,
  policy: { name: string; customerId: string; isShownToCustomers: boolean },
  promised: { firstResponse: number | null; nextResponse: number | null; resolution: number | null },
): Promise<{ id: string }> {
  const { data } = await callAs<{ data: { id: string }[] }>(administrator, 'get', '/api/v1/priorities')
  return callAs(administrator, 'post', '/api/v1/service-policies', {
    ...policy,
    calendarId: null,
    targets: data.map(({ id: priorityId }) => ({ priorityId, ...promised })),
  })
}

/** A dispatch rule that is asked first: what names the words goes to a person. */
export async function arrangeDispatchRule(
  administrator: Page,
  { name, words, employeeId }: { name: string; words: string; employeeId: string },
): Promise<void> {
  const conditions = [{ field: 'words', op: 'contains', values: [words] }]
  const { id } = await callAs<{ id: string }>(administrator, 'post', '/api/v1/dispatch-rules', {
    ...{ name, conditions, target: { kind: 'person', employeeId } },
  })
  const { data } = await callAs<{ data: { id: string }[] }>(administrator, 'get', '/api/v1/dispatch-rules')
  const others = data.map((rule) => rule.id).filter((other) => other !== id)
  await callAs(administrator, 'put', '/api/v1/dispatch-rule-order', { ruleIds: [id, ...others] })
}

/** The first contact of a customer. */
export async function contactOf(administrator: Page, customerId: string): Promise<string | null> {
  const address = `/api/v1/contacts?customerId=${customerId}`
  return (await callAs<{ data: { id: string }[] }>(administrator, 'get', address)).data[0]?.id ?? null
}
