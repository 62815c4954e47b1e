import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEmployee, SUPPORT_DEPARTMENT_ID, type SignedIn } from '../../test/factories.ts'
import { ORIGIN, startServer } from '../../test/harness.ts'

type Employee = { id: string; version: number; email: string }

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn

beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
})
afterAll(() => server.close())

const send = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, headers = administrator.headers) =>
  server.app.inject({ method, url: `/api/v1/employees${path}`, headers, ...(payload && { payload }) })
const fields = (given: object = {}) => ({
  initials: 'SKJ',
  name: 'Søren Kjær',
  email: 'soren@staff.test',
  role: 'lead',
  departmentId: SUPPORT_DEPARTMENT_ID,
  ...given,
})
const query = async <Row>(text: string, ...values: unknown[]) =>
  (await server.database.pool.query<Row & Record<string, unknown>>(text, values)).rows
const eventsOf = async (id: string) =>
  (await query<{ type: string }>('SELECT type FROM event WHERE subject_id = $1 ORDER BY sequence', id)).map(
    ({ type }) => type,
  )

test('an employee is created without a password and invited by mail', async () => {
  const created = await send('POST', '', fields({ language: 'da' }))

  expect(created.statusCode).toBe(201)
  const { id } = created.json<Employee>()
  expect(created.headers.location).toBe(`/api/v1/employees/${id}`)
  expect(created.json()).toMatchObject({
    hasPassword: false,
    isActive: true,
    openCases: 0,
    department: { name: 'Support' },
  })
  expect(await eventsOf(id)).toEqual(['employee.created', 'employee.invited'])
  const [mail] = await query<{ subject: string; text: string }>(
    "SELECT * FROM mail WHERE to_address = 'soren@staff.test'",
  )
  expect(mail?.subject).toBe('Din adgang til support hos My company')
  const secret = /#secret=(\S+)/u.exec(mail?.text ?? '')?.[1]
  const set = await server.app.inject({
    method: 'POST',
    url: '/api/v1/passwords',
    headers: { origin: ORIGIN },
    payload: { secret, password: 'nine swans and a boat' },
  })
  expect(set.statusCode).toBe(204)
  expect((await send('GET', `/${id}`)).json()).toMatchObject({ hasPassword: true })
})

test.for([
  ['an address', { initials: 'QQ' }, '/body/email'],
  ['initials', { email: 'other@staff.test' }, '/body/initials'],
] as const)('%s that is taken is refused at its field, and nothing is written', async ([, given, pointer]) => {
  await send('POST', '', fields({ initials: 'SKJ', email: 'soren@staff.test' }))
  const before = await query('SELECT count(*) FROM employee, mail, event')

  const refused = await send('POST', '', fields(given))

  expect(refused.statusCode).toBe(409)
  expect(refused.json()).toMatchObject({ code: 'conflict', errors: [{ pointer }] })
  expect(await query('SELECT count(*) FROM employee, mail, event')).toEqual(before)
})

test('an inactive department is refused at its field', async () => {
  const [department] = await query<{ id: string }>(
    "INSERT INTO department (id, name, is_active) VALUES (gen_random_uuid(), 'Closed', false) RETURNING id",
  )
  const refused = await send(
    'POST',
    '',
    fields({ initials: 'NEW', email: 'new@staff.test', departmentId: department?.id }),
  )

  expect(refused.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/departmentId' }] })
  expect(await query("SELECT 1 FROM employee WHERE initials = 'NEW'")).toEqual([])
})

test('somebody is priced by a class and works a week of hours, changed like anything else', async () => {
  const [priceClass] = await query<{ id: string }>(
    "INSERT INTO price_class (id, name) VALUES (gen_random_uuid(), 'Senior') RETURNING id",
  )
  const created = await send('POST', '', fields({ initials: 'PCL', email: 'class@staff.test', name: 'Per Class' }))
  expect(created.json()).toMatchObject({ priceClass: null, workingMinutes: [444, 444, 444, 444, 444, 0, 0] })
  const { id } = created.json<Employee>()

  const halfWeek = [444, 444, 222, 0, 0, 0, 0]
  const changed = await send('PATCH', `/${id}`, { priceClassId: priceClass?.id, workingMinutes: halfWeek })
  await query('UPDATE price_class SET is_active = false')
  const kept = await send('PATCH', `/${id}`, { priceClassId: priceClass?.id })
  const refused = await send('PATCH', `/${administrator.id}`, { priceClassId: priceClass?.id })

  expect(changed.json()).toMatchObject({ priceClass: { name: 'Senior' }, workingMinutes: halfWeek, version: 2 })
  expect(kept.json()).toMatchObject({ version: 2 })
  expect(refused.json()).toMatchObject({ code: 'reference_refused', errors: [{ pointer: '/body/priceClassId' }] })
  expect((await send('PATCH', `/${id}`, { priceClassId: null })).json()).toMatchObject({ priceClass: null })
  const [event] = await query(
    "SELECT payload FROM event WHERE subject_id = $1 AND type = 'employee.changed' ORDER BY sequence",
    id,
  )
  expect(event).toEqual({
    payload: {
      name: 'Per Class',
      changes: [
        { field: 'priceClass', from: null, to: 'Senior' },
        {
          field: 'workingMinutes',
          from: '7:24, 7:24, 7:24, 7:24, 7:24, 0:00, 0:00',
          to: '7:24, 7:24, 3:42, 0:00, 0:00, 0:00, 0:00',
        },
      ],
    },
  })
})

test('deactivating ends sessions, tokens and links at once', async () => {
  const person = await buildEmployee(server)
  const token = await server.app.inject({
    method: 'POST',
    url: '/api/v1/me/tokens',
    headers: person.headers,
    payload: { name: 'Sync', scopes: ['cases:read'], expiresInDays: 9 },
  })
  const headers = { authorization: `Bearer ${token.json<{ secret: string }>().secret}` }
  await send('POST', `/${person.id}/invitations`)
  const me = (as: Record<string, string>) => server.app.inject({ url: '/api/v1/me', headers: as })
  expect([(await me(person.headers)).statusCode, (await me(headers)).statusCode]).toEqual([200, 200])

  await send('PATCH', `/${person.id}`, { isActive: false })

  expect([(await me(person.headers)).statusCode, (await me(headers)).statusCode]).toEqual([401, 401])
  await send('PATCH', `/${person.id}`, { isActive: true })
  expect([(await me(person.headers)).statusCode, (await me(headers)).statusCode]).toEqual([401, 401])
  expect(await query('SELECT 1 FROM staff_secret WHERE employee_id = $1 AND used_at IS NULL', person.id)).toEqual([])
  expect(await eventsOf(person.id)).toEqual([
    'token.created',
    'employee.invited',
    'employee.changed',
    'session.ended',
    'token.revoked',
    'employee.changed',
  ])
})

test('an inactive employee is not invited', async () => {
  const person = await buildEmployee(server, { isActive: false })

  expect((await send('POST', `/${person.id}/invitations`)).json()).toMatchObject({ code: 'account_inactive' })
  expect(await eventsOf(person.id)).toEqual([])
})

test.for([{ isActive: false }, { role: 'agent' }])(
  'the last administrator stays, whatever is tried: %o',
  async (change) => {
    const refused = await send('PATCH', `/${administrator.id}`, change)

    expect(refused.json()).toMatchObject({ code: 'last_administrator' })
    expect((await send('GET', `/${administrator.id}`)).json()).toMatchObject({
      role: 'administrator',
      isActive: true,
      version: 1,
    })
  },
)

test('two administrators who take each other’s right away at once do not both succeed', async () => {
  const one = await buildEmployee(server, { role: 'administrator' })
  const two = await buildEmployee(server, { role: 'administrator' })
  await query("UPDATE employee SET role = 'agent' WHERE id = $1", administrator.id)
  const holder = await server.database.pool.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT 1 FROM employee WHERE id = ANY($1) FOR UPDATE', [[one.id, two.id]])
  const asked = Promise.all([
    send('PATCH', `/${two.id}`, { role: 'agent' }, one.headers),
    send('PATCH', `/${one.id}`, { role: 'agent' }, two.headers),
  ])
  const waiting =
    'SELECT DISTINCT l.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()'
  await expect.poll(async () => (await query(waiting)).length).toBe(2)
  await holder.query('COMMIT')
  holder.release()
  const answers = await asked
  const left = await query("SELECT 1 FROM employee WHERE role = 'administrator' AND is_active")
  await query("UPDATE employee SET role = 'administrator' WHERE id = $1", administrator.id)
  await query("UPDATE employee SET role = 'agent' WHERE id = ANY($1)", [one.id, two.id])

  expect(left).toHaveLength(1)
  expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1)
})

test('only what differs is a change; a right that was taken away is gone at the next request', async () => {
  const person = await buildEmployee(server, { role: 'lead', name: 'Lene Friis' })
  const same = await send('PATCH', `/${person.id}`, { name: 'Lene Friis', role: 'lead' })
  expect(same.json()).toMatchObject({ version: 1 })

  const changed = await send('PATCH', `/${person.id}`, { name: 'Lene Friis', role: 'agent' })

  expect(changed.json()).toMatchObject({ version: 2 })
  const events = await query<{ payload: unknown }>('SELECT payload FROM event WHERE subject_id = $1', person.id)
  expect(events.map(({ payload }) => payload)).toEqual([
    { name: 'Lene Friis', changes: [{ field: 'role', from: 'lead', to: 'agent' }] },
  ])
  const me = await server.app.inject({ url: '/api/v1/me', headers: person.headers })
  expect(me.json<{ permissions: string[] }>().permissions).not.toContain('customer:write')
})

test('a stale version is refused and the present one is taken', async () => {
  const person = await buildEmployee(server)
  const etag = String((await send('GET', `/${person.id}`)).headers.etag)
  const withMatch = (match: string, name: string) =>
    send('PATCH', `/${person.id}`, { name }, { ...administrator.headers, 'if-match': match })

  expect((await withMatch(etag, 'First')).statusCode).toBe(200)
  expect((await withMatch(etag, 'Second')).statusCode).toBe(412)
  expect((await send('GET', `/${person.id}`)).json()).toMatchObject({ name: 'First', version: 2 })
})

test('pages follow one another by name, are counted on request, and keep to their own filter', async () => {
  for (const name of ['Zita A', 'Zita B', 'Zita C']) await buildEmployee(server, { name })
  const list = async (parameters: string) => (await send('GET', `?${parameters}`)).json<Listed>()
  const first = await list('search=zITA&limit=2&count=exact')
  const rest = await list(`search=zITA&limit=2&after=${first.page.after ?? ''}`)

  expect([...first.data, ...rest.data].map(({ name }) => name)).toEqual(['Zita A', 'Zita B', 'Zita C'])
  expect(first.page).toMatchObject({ hasMore: true, total: 3 })
  expect(rest.page).toEqual({ hasMore: false, after: null })
  expect((await list(`search=other&limit=2&after=${first.page.after ?? ''}`)).code).toBe('invalid_cursor')
  expect((await list('search=%25&count=exact')).page.total).toBe(0)
})

type Listed = {
  data: { name: string }[]
  page: { after: string | null; hasMore: boolean; total?: number }
  code?: string
}
