import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildCustomer, SUPPORT_ACTIVITY_ID } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openSettingsDesk } from '../../test/settings-desk.ts'
import { money } from '../../test/voucher-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSettingsDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openSettingsDesk(server)
})
afterAll(() => server.close())

test('an activity type prices as found, unless it has a factor, a price or a minimum of its own', async () => {
  const plain = await desk.create('/activity-types', { name: 'Telephone' })
  const night = await desk.create('/activity-types', {
    name: 'Night call-out',
    factor: '2.50',
    fixedRate: money('1450.5'),
    minimumMinutes: 60,
    vatCategory: 'exempt',
  })

  expect(plain).toMatchObject({ factor: '1', fixedRate: null, minimumMinutes: 0, vatCategory: 'standard' })
  expect(night).toMatchObject({
    factor: '2.5',
    fixedRate: money('1450.50'),
    minimumMinutes: 60,
    vatCategory: 'exempt',
  })
})

test('a change of an activity’s price is told as people know it', async () => {
  const { id } = await desk.create('/activity-types', { name: 'Driving', fixedRate: money('400') })

  const changed = await desk.patch(`/activity-types/${id}`, {
    factor: '1.25',
    fixedRate: null,
    vatCategory: 'zero_rated',
  })
  const same = await desk.patch(`/activity-types/${id}`, { factor: '1.250', fixedRate: null })

  expect(changed.json()).toMatchObject({ factor: '1.25', fixedRate: null, version: 2 })
  expect(same.json()).toMatchObject({ version: 2 })
  expect(await desk.eventsOf(id)).toEqual([
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
  const kept = await desk.create(path, { name: `Kept ${path} ${JSON.stringify(payload)}` })
  const before = await desk.names(path)

  const created = await desk.send('POST', path, { name: 'Refused', ...payload })
  const changed = await desk.patch(`${path}/${kept.id}`, payload)

  expect(created.json()).toMatchObject({ code, errors: [{ pointer }] })
  expect(changed.json()).toMatchObject({ code, errors: [{ pointer }] })
  expect(await desk.names(path)).toEqual(before)
  expect(await desk.eventsOf(kept.id)).toHaveLength(1)
})

test('a price class has a price and a draw factor, or neither, and its place', async () => {
  const junior = await desk.create('/price-classes', { name: 'Junior' })
  const senior = await desk.create('/price-classes', { name: 'Senior', ratePerHour: money('1200'), drawFactor: '1.5' })
  const trainee = await desk.create('/price-classes', { name: 'Trainee', position: 0 })

  expect(junior).toMatchObject({ ratePerHour: null, drawFactor: '1', isActive: true })
  expect(senior).toMatchObject({ ratePerHour: money('1200.00'), drawFactor: '1.5' })
  const found = (await desk.names('/price-classes')).filter((name) => ['Junior', 'Senior', 'Trainee'].includes(name))
  expect(found).toEqual(['Trainee', 'Junior', 'Senior'])
  await desk.patch(`/price-classes/${trainee.id}`, { isActive: false })
  expect(await desk.names('/price-classes?isActive=false')).toEqual(['Trainee'])
  expect(await desk.names('/price-classes?isActive=true')).not.toContain('Trainee')
})

test('a price class is changed by its version only, and its name is its own', async () => {
  const { id } = await desk.create('/price-classes', { name: 'Architect', ratePerHour: money('1500') })
  await desk.create('/price-classes', { name: 'Principal' })

  expect((await desk.send('PATCH', `/price-classes/${id}`, { drawFactor: '2' })).statusCode).toBe(428)
  expect((await desk.send('PATCH', `/price-classes/${id}`, { drawFactor: '2' }, '"v7"')).statusCode).toBe(412)
  expect((await desk.patch(`/price-classes/${id}`, { name: 'Principal' })).json()).toMatchObject({
    code: 'conflict',
    errors: [{ pointer: '/body/name' }],
  })
  expect(
    (await desk.patch(`/price-classes/${id}`, { ratePerHour: money('1600'), drawFactor: '2' })).json(),
  ).toMatchObject({
    ratePerHour: money('1600.00'),
    drawFactor: '2',
    version: 2,
  })
  expect((await desk.eventsOf(id)).slice(1)).toEqual([
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
  const { id: priceClassId } = await desk.create('/price-classes', { name: 'Specialist' })
  const { id: customerId } = await buildCustomer(server)
  const { id: caseId } = await buildCase(server, { customerId })
  const payload = { caseId, activityTypeId: SUPPORT_ACTIVITY_ID, minutes: 30, priceClassId }
  const { id } = (await desk.send('POST', '/time-entries', payload)).json<{ id: string }>()
  const amount = async () => (await desk.send('GET', `/time-entries/${id}`)).json<{ amount: object | null }>().amount
  expect(await amount()).toBeNull()

  await desk.patch(`/price-classes/${priceClassId}`, { ratePerHour: money('1200') })
  expect(await amount()).toEqual(money('600.00'))
  await desk.patch(`/price-classes/${priceClassId}`, { ratePerHour: money('1300') })
  expect(await amount()).toEqual(money('600.00'))
  expect(await integrityViolations(server)).toEqual([])
})
