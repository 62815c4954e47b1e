import type { DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import type { Skill } from '@timedesk/contracts/skills'
import type { Employee } from '@timedesk/contracts/staff'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/cases.ts'
import { buildRule } from '../../../test/dispatch-desk.ts'
import { buildEmployee, SUPPORT_DEPARTMENT_ID, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let admin: SignedIn

beforeAll(async () => {
  server = await startServer()
  admin = await buildEmployee(server, { role: 'administrator' })
})
afterAll(() => server.close())

async function buildSkill(name = newId()): Promise<Skill> {
  const answer = await send(server, admin, 'POST', '/api/v1/skills', { name })
  expect(answer.statusCode).toBe(201)
  return answer.json<Skill>()
}

const patchEmployee = (id: string, body: object) => send(server, admin, 'PATCH', `/api/v1/employees/${id}`, body)
const patchSkill = (id: string, body: object) =>
  send(server, admin, 'PATCH', `/api/v1/skills/${id}`, body, { 'if-match': '*' })

test('an employee gets skills with levels, which take the place of those before', async () => {
  const [net, dns] = [await buildSkill('Networks'), await buildSkill('DNS')]
  const { id } = await buildEmployee(server)

  await patchEmployee(id, { skills: [{ skillId: net.id, level: 3 }] })
  const answer = await patchEmployee(id, {
    skills: [
      { skillId: net.id, level: 1 },
      { skillId: dns.id, level: 2 },
    ],
  })

  expect(answer.json<Employee>().skills).toEqual([
    { id: dns.id, name: 'DNS', level: 2 },
    { id: net.id, name: 'Networks', level: 1 },
  ])
  const [listed] = (await send(server, admin, 'GET', '/api/v1/skills')).json<{ data: Skill[] }>().data
  expect(listed).toMatchObject({ name: 'DNS', people: 1 })
  const { id: other } = await buildEmployee(server)
  expect((await send(server, admin, 'GET', `/api/v1/employees/${other}`)).json<Employee>().skills).toEqual([])
})

test('the log of an employee tells skills by name', async () => {
  const skill = await buildSkill('Printers')
  const { id } = await buildEmployee(server)
  await patchEmployee(id, { skills: [{ skillId: skill.id, level: 2 }] })

  const event = await server.database.transact((tx) =>
    tx.event.findFirst({ where: { subjectId: id, type: 'employee.changed' } }),
  )
  expect(event?.payload).toMatchObject({ changes: [{ field: 'skills', from: null, to: 'Printers 2' }] })
})

test('what does not exist or is not active cannot be learned, but kept', async () => {
  const skill = await buildSkill()
  const { id } = await buildEmployee(server)
  const skills = [{ skillId: skill.id, level: 1 }]
  await patchEmployee(id, { skills })
  await patchSkill(skill.id, { isActive: false })

  expect((await patchEmployee(id, { skills: [{ skillId: skill.id, level: 3 }] })).statusCode).toBe(200)
  const { id: other } = await buildEmployee(server)
  expect((await patchEmployee(other, { skills })).json()).toMatchObject({
    code: 'reference_refused',
    errors: [{ pointer: '/body/skills/0/skillId' }],
  })
  expect((await patchEmployee(other, { skills: [{ skillId: newId(), level: 1 }] })).statusCode).toBe(409)
})

test('a skill that an active rule asks for stays active', async () => {
  const skill = await buildSkill()
  const target: DispatchTarget = { kind: 'skilled', departmentId: SUPPORT_DEPARTMENT_ID, skillIds: [skill.id] }
  const rule = await buildRule(server, admin, target)

  expect((await patchSkill(skill.id, { isActive: false })).json()).toMatchObject({ code: 'still_in_use' })
  await send(server, admin, 'DELETE', `/api/v1/dispatch-rules/${rule.id}`)
  expect((await patchSkill(skill.id, { isActive: false })).json<Skill>().isActive).toBe(false)
})

test('names are unique, and a change names the version it means', async () => {
  const [one, other] = [await buildSkill(), await buildSkill()]

  expect((await patchSkill(one.id, { name: other.name })).json()).toMatchObject({ code: 'conflict' })
  const stale = await send(
    server,
    admin,
    'PATCH',
    `/api/v1/skills/${one.id}`,
    { name: newId() },
    { 'if-match': '"v9"' },
  )
  expect(stale.statusCode).toBe(412)
})
