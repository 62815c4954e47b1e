import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'

type Row = { id: string; version: number; name: string }

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn

beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
})
afterAll(() => server.close())

const send = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, match?: string) =>
  server.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...administrator.headers, ...(match !== undefined && { 'if-match': match }) },
    ...(payload && { payload }),
  })
const patch = (path: string, payload: object) => send('PATCH', path, payload, '*')
const create = async (path: string, payload: object) => (await send('POST', path, payload)).json<Row>()
const names = async (path: string) => (await send('GET', path)).json<{ data: Row[] }>().data.map(({ name }) => name)
const eventsOf = async (id: string) =>
  (
    await server.database.pool.query<{ payload: unknown }>(
      'SELECT payload FROM event WHERE subject_id = $1 ORDER BY sequence',
      [id],
    )
  ).rows.map(({ payload }) => payload)
const dkk = (amount: string) => ({ amount, currency: 'DKK' })

test('an activity type prices as found, unless it has a factor, a price or a minimum of its own', async () => {
  const plain = await create('/activity-types', { name: 'Telephone' })
  const night = await create('/activity-types', {
    name: 'Night call-out',
    factor: '2.50',
    fixedRate: dkk('1450.5'),
    minimumMinutes: 60,
    vatCategory: 'exempt',
  })

  expect(plain).toMatchObject({ factor: '1', fixedRate: null, minimumMinutes: 0, vatCategory: 'standard' })
  expect(night).toMatchObject({
    factor: '2.5',
    fixedRate: dkk('1450.50'),
    minimumMinutes: 60,
    vatCategory: 'exempt',
  })
})

test('a change of an activity’s price is told as people know it', async () => {
  const { id } = await create('/activity-types', { name: 'Driving', fixedRate: dkk('400') })

  const changed = await patch(`/activity-types/${id}`, { factor: '1.25', fixedRate: null, vatCategory: 'zero_rated' })
  const same = await patch(`/activity-types/${id}`, { factor: '1.250', fixedRate: null })

  expect(changed.json()).toMatchObject({ factor: '1.25', fixedRate: null, version: 2 })
  expect(same.json()).toMatchObject({ version: 2 })
  expect(await eventsOf(id)).toEqual([
    { setting: 'activity_type', name: 'Driving' },
    {
      setting: 'activity_type',
      name: 'Driving',
      changes: [
        { field: 'vatCategory', from: 'standard', to: 'zero_rated' },
        { field: 'factor', from: '1', to: '1.25' },
        { field: 'fixedRate', from: '400.00 DKK', to: null },
      ],
    },
  ])
})

test.for([
  ['/activity-types', { factor: '10.5' }, 'invalid_request', '/body/factor'],
  ['/activity-types', { factor: '1,5' }, 'invalid_request', '/body/factor'],
  ['/activity-types', { fixedRate: { amount: '1', currency: 'EUR' } }, 'invalid_money', '/body/fixedRate/currency'],
  ['/activity-types', { minimumMinutes: 481 }, 'invalid_request', '/body/minimumMinutes'],
  ['/price-classes', { drawFactor: '11' }, 'invalid_request', '/body/drawFactor'],
  ['/price-classes', { ratePerHour: { amount: '1', currency: 'EUR' } }, 'invalid_money', '/body/ratePerHour/currency'],
] as const)('%s refuses %o, new or changed, as %s', async ([path, payload, code, pointer]) => {
  const kept = await create(path, { name: `Kept ${path} ${JSON.stringify(payload)}` })
  const before = await names(path)

  const created = await send('POST', path, { name: 'Refused', ...payload })
  const changed = await patch(`${path}/${kept.id}`, payload)

  expect(created.json()).toMatchObject({ code, errors: [{ pointer }] })
  expect(changed.json()).toMatchObject({ code, errors: [{ pointer }] })
  expect(await names(path)).toEqual(before)
  expect(await eventsOf(kept.id)).toHaveLength(1)
})

test('a price class has a price and a draw factor, or neither, and its place', async () => {
  const junior = await create('/price-classes', { name: 'Junior' })
  const senior = await create('/price-classes', { name: 'Senior', ratePerHour: dkk('1200'), drawFactor: '1.5' })
  const trainee = await create('/price-classes', { name: 'Trainee', position: 0 })

  expect(junior).toMatchObject({ ratePerHour: null, drawFactor: '1', isActive: true })
  expect(senior).toMatchObject({ ratePerHour: dkk('1200.00'), drawFactor: '1.5' })
  const found = (await names('/price-classes')).filter((name) => ['Junior', 'Senior', 'Trainee'].includes(name))
  expect(found).toEqual(['Trainee', 'Junior', 'Senior'])
  await patch(`/price-classes/${trainee.id}`, { isActive: false })
  expect(await names('/price-classes?isActive=false')).toEqual(['Trainee'])
  expect(await names('/price-classes?isActive=true')).not.toContain('Trainee')
})

test('a price class is changed by its version only, and its name is its own', async () => {
  const { id } = await create('/price-classes', { name: 'Architect', ratePerHour: dkk('1500') })
  await create('/price-classes', { name: 'Principal' })

  expect((await send('PATCH', `/price-classes/${id}`, { drawFactor: '2' })).statusCode).toBe(428)
  expect((await send('PATCH', `/price-classes/${id}`, { drawFactor: '2' }, '"v7"')).statusCode).toBe(412)
  expect((await patch(`/price-classes/${id}`, { name: 'Principal' })).json()).toMatchObject({
    code: 'conflict',
    errors: [{ pointer: '/body/name' }],
  })
  expect((await patch(`/price-classes/${id}`, { ratePerHour: dkk('1600'), drawFactor: '2' })).json()).toMatchObject({
    ratePerHour: dkk('1600.00'),
    drawFactor: '2',
    version: 2,
  })
  expect((await eventsOf(id)).slice(1)).toEqual([
    {
      setting: 'price_class',
      name: 'Architect',
      changes: [
        { field: 'ratePerHour', from: '1500.00 DKK', to: '1600.00 DKK' },
        { field: 'drawFactor', from: '1', to: '2' },
      ],
    },
  ])
})

test('a first price of a class mends time that had none, and a second leaves it', async () => {
  const { id: priceClassId } = await create('/price-classes', { name: 'Specialist' })
  const { id: customerId } = await buildCustomer(server)
  const { id: caseId } = await buildCase(server, { customerId })
  const payload = { caseId, activityTypeId: SUPPORT_ACTIVITY_ID, minutes: 30, priceClassId }
  const { id } = (await send('POST', '/time-entries', payload)).json<Row>()
  const amount = async () => (await send('GET', `/time-entries/${id}`)).json<{ amount: object | null }>().amount
  expect(await amount()).toBeNull()

  await patch(`/price-classes/${priceClassId}`, { ratePerHour: dkk('1200') })
  expect(await amount()).toEqual(dkk('600.00'))
  await patch(`/price-classes/${priceClassId}`, { ratePerHour: dkk('1300') })
  expect(await amount()).toEqual(dkk('600.00'))
  expect(await integrityViolations(server)).toEqual([])
})
