import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { newId } from '../platform/new-id.ts'

type Task = { id: string; name: string; version: number }

let server: Awaited<ReturnType<typeof startServer>>
let lead: SignedIn

beforeAll(async () => {
  server = await startServer()
  lead = await buildEmployee(server, { role: 'lead' })
})
afterAll(() => server.close())

const send = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, headers: object = {}) =>
  server.app.inject({
    method,
    url: `/api/v1/projects/${path}`,
    headers: { ...lead.headers, ...headers },
    ...(payload && { payload }),
  })
const create = async (projectId: string, name: string, position?: number) =>
  (await send('POST', `${projectId}/tasks`, { name, ...(position !== undefined && { position }) })).json<Task>()
const tasksOf = async (projectId: string, query = '') =>
  (await send('GET', `${projectId}/tasks${query}`)).json<{ data: Task[] }>().data

async function buildProject(name = 'Intranet relaunch') {
  const { id: customerId } = await buildCustomer(server)
  const id = newId()
  await server.database.transact((tx) => tx.project.create({ data: { id, customerId, name } }))
  return { id, customerId }
}

test('the tasks of a project come in their order, each with its minutes', async () => {
  const { id: projectId, customerId } = await buildProject()
  const late = await create(projectId, 'Training', 2)
  const early = await create(projectId, 'Data migration', 1)
  const other = await buildProject()
  await create(other.id, 'Elsewhere')
  for (const [taskId, minutes] of [
    [early.id, 60],
    [early.id, 45],
    [null, 30],
  ] as const) {
    await server.database.transact((tx) =>
      tx.timeEntry.create({
        data: {
          id: newId(),
          customerId,
          projectId,
          taskId,
          employeeId: lead.id,
          activityTypeId: SUPPORT_ACTIVITY_ID,
          workDate: new Date('2026-03-02'),
          bookedOn: new Date('2026-03-02'),
          minutes,
          isBillable: true,
          createdAt: server.clock.now,
        },
      }),
    )
  }

  expect(await tasksOf(projectId)).toEqual([
    { id: early.id, name: 'Data migration', position: 1, isActive: true, minutes: 105, version: 1 },
    { id: late.id, name: 'Training', position: 2, isActive: true, minutes: 0, version: 1 },
  ])
})

test('a name is a task’s own within its project', async () => {
  const [{ id: one }, { id: two }] = [await buildProject(), await buildProject()]
  const first = await create(one, 'Training')
  const second = await create(one, 'Go-live')

  const taken = await send('POST', `${one}/tasks`, { name: 'Training' })
  const renamed = await send('PATCH', `${one}/tasks/${second.id}`, { name: 'Training' })
  const elsewhere = await send('POST', `${two}/tasks`, { name: 'Training' })

  expect([taken.json(), renamed.json()]).toMatchObject([
    { code: 'conflict', errors: [{ pointer: '/body/name' }] },
    { code: 'conflict', errors: [{ pointer: '/body/name' }] },
  ])
  expect(elsewhere.statusCode).toBe(201)
  expect((await tasksOf(one)).map(({ id }) => id)).toEqual([second.id, first.id])
})

test('changes are told in the project’s history, and only what differs is one', async () => {
  const { id: projectId } = await buildProject('Webshop')
  const task = await create(projectId, 'Data migration')
  const etag = String((await send('PATCH', `${projectId}/tasks/${task.id}`, { name: 'Data migration' })).headers.etag)

  await send('PATCH', `${projectId}/tasks/${task.id}`, { name: 'Data move', position: 3 })
  await send('PATCH', `${projectId}/tasks/${task.id}`, { isActive: false })
  const stale = await send('PATCH', `${projectId}/tasks/${task.id}`, { name: 'Late' }, { 'if-match': etag })

  expect(stale.statusCode).toBe(412)
  expect(await tasksOf(projectId, '?isActive=false')).toMatchObject([{ name: 'Data move', position: 3, version: 3 }])
  expect(await tasksOf(projectId, '?isActive=true')).toEqual([])
  const events = await server.database.pool.query<{ type: string; payload: object }>(
    'SELECT type, payload FROM event WHERE subject_id = $1 ORDER BY sequence',
    [projectId],
  )
  const told = (changes: object[]) => ({ type: 'project.changed', payload: { name: 'Webshop', changes } })
  expect(events.rows).toEqual([
    told([{ field: 'task', from: null, to: 'Data migration' }]),
    told([
      { field: 'task', from: 'Data migration', to: 'Data move' },
      { field: 'position', from: '0', to: '3' },
    ]),
    told([
      { field: 'task', from: null, to: 'Data move' },
      { field: 'isActive', from: 'true', to: 'false' },
    ]),
  ])
})

test('tasks of a project that is not there, or of another one, are not found', async () => {
  const [one, two] = [await buildProject(), await buildProject()]
  const task = await create(one.id, 'Training')

  const answers = await Promise.all([
    send('GET', `${newId()}/tasks`),
    send('POST', `${newId()}/tasks`, { name: 'Lost' }),
    send('PATCH', `${two.id}/tasks/${task.id}`, { name: 'Lost' }),
  ])

  expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(['not_found', 'not_found', 'not_found'])
  expect(await tasksOf(one.id)).toMatchObject([{ name: 'Training', version: 1 }])
})
