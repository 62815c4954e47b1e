import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEmployee, INTERNAL_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

type Listed = {
  data: { employee: { name: string }; monday: string; minutes: number; state: string }[]
  page: { after: string | null; hasMore: boolean; total?: number }
}

let server: Awaited<ReturnType<typeof startServer>>
let lead: SignedIn

beforeAll(async () => {
  server = await startServer()
  lead = await buildEmployee(server, { role: 'lead' })
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const register = (by: SignedIn, workDate: string, minutes: number) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/time-entries',
    headers: by.headers,
    payload: { activityTypeId: INTERNAL_ACTIVITY_ID, workDate, minutes },
  })
const submit = (by: SignedIn, monday: string) =>
  server.app.inject({
    method: 'PUT',
    url: `/api/v1/employees/${by.id}/weeks/${monday}/submission`,
    headers: by.headers,
  })
const list = async (parameters = '', by = lead) =>
  (await server.app.inject({ url: `/api/v1/weeks?${parameters}`, headers: by.headers })).json<Listed>()
const named = ({ data }: Listed) => data.map(({ employee, monday, minutes }) => [employee.name, monday, minutes])

test('weeks wait in the order of their age, page by page, each with its sums', async () => {
  const anna = await buildEmployee(server, { name: 'Anna' })
  const bo = await buildEmployee(server, { name: 'Bo' })
  await register(bo, '2026-02-24', 90)
  await register(anna, '2026-02-24', 60)
  await register(anna, '2026-02-17', 30)
  await register(bo, '2026-02-17', 15)
  for (const [by, monday] of [
    [bo, '2026-02-23'],
    [anna, '2026-02-23'],
    [anna, '2026-02-16'],
  ] as const)
    await submit(by, monday)

  const first = await list('limit=2&count=exact')
  const rest = await list(`limit=2&after=${first.page.after ?? ''}`)

  expect([...named(first), ...named(rest)]).toEqual([
    ['Anna', '2026-02-16', 30],
    ['Anna', '2026-02-23', 60],
    ['Bo', '2026-02-23', 90],
  ])
  expect(first.page).toMatchObject({ hasMore: true, total: 3 })
  expect(named(await list(`employeeId=${bo.id}`))).toEqual([['Bo', '2026-02-23', 90]])
  expect(named(await list(`state=open&employeeId=${bo.id}`))).toEqual([['Bo', '2026-02-16', 15]])
  expect(named(await list('state=approved'))).toEqual([])
})

test('only those who approve see the list', async () => {
  const agent = await buildEmployee(server)

  expect(await list('', agent)).toMatchObject({ code: 'permission_denied', missingPermission: 'time:approve' })
})

test('of a submission and registrations at once, what is registered is submitted, and the rest is refused', async () => {
  const agents = await Promise.all(Array.from({ length: 4 }, () => buildEmployee(server)))

  const outcomes = await Promise.all(
    agents.map(async (agent) => {
      const [submission, ...answers] = await Promise.all([
        register(agent, '2026-03-03', 1).then(() => submit(agent, '2026-03-02')),
        ...Array.from({ length: 7 }, () => register(agent, '2026-03-04', 10)),
      ])
      return { submission: submission.statusCode, codes: answers.map(({ statusCode }) => statusCode), agent }
    }),
  )

  for (const { submission, codes, agent } of outcomes) {
    const { rows } = await server.database.pool.query<{ state: string; count: number }>(
      'SELECT state, count(*)::int FROM time_entry WHERE employee_id = $1 GROUP BY state',
      [agent.id],
    )
    expect(submission).toBe(200)
    expect(rows).toEqual([{ state: 'submitted', count: 1 + codes.filter((code) => code === 201).length }])
    expect(codes.filter((code) => code !== 201 && code !== 409)).toEqual([])
  }
})
