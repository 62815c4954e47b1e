import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../test/build-agreement.ts'
import { buildCase } from '../../test/build-case.ts'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { newId } from '../platform/new-id.ts'

type Card = { id: string; name: string; version: number; rows: object[]; agreements: number }

let server: Awaited<ReturnType<typeof startServer>>
let finance: SignedIn
const senior = newId()
const junior = newId()

beforeAll(async () => {
  server = await startServer()
  finance = await buildEmployee(server, { role: 'finance' })
  await server.database.transact((tx) =>
    tx.priceClass.createMany({
      data: [
        { id: senior, name: 'Senior', position: 1 },
        { id: junior, name: 'Junior', position: 2 },
      ],
    }),
  )
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const send = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, by = finance, match = '*') =>
  server.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...by.headers, ...(method === 'PATCH' && { 'if-match': match }) },
    ...(payload && { payload }),
  })
const dkk = (amount: string) => ({ amount, currency: 'DKK' })
const row = (priceClassId: string, amount: string, given: object = {}) => ({
  priceClassId,
  validFrom: '2026-01-01',
  ratePerHour: dkk(amount),
  ...given,
})
const create = async (name: string, rows: object[] = []) =>
  (await send('POST', '/rate-cards', { name, rows })).json<Card>()
const eventsOf = async (id: string) =>
  (
    await server.database.pool.query<{ payload: unknown }>(
      'SELECT payload FROM event WHERE subject_id = $1 ORDER BY sequence',
      [id],
    )
  ).rows.map(({ payload }) => payload)

test('a rate card has its prices by class, activity and day', async () => {
  const { id } = await create('Consultants', [
    row(junior, '700'),
    row(senior, '1100', { validFrom: '2026-07-01' }),
    row(senior, '1250.5', { activityTypeId: SUPPORT_ACTIVITY_ID }),
    row(senior, '1000'),
  ])

  const read = await send('GET', `/rate-cards/${id}`)

  expect(read.json()).toMatchObject({
    currency: 'DKK',
    agreements: 0,
    isActive: true,
    rows: [
      { priceClass: { name: 'Senior' }, activityType: null, validFrom: '2026-01-01', ratePerHour: dkk('1000.00') },
      { priceClass: { name: 'Senior' }, activityType: null, validFrom: '2026-07-01', ratePerHour: dkk('1100.00') },
      { priceClass: { name: 'Senior' }, activityType: { name: 'Support' }, ratePerHour: dkk('1250.50') },
      { priceClass: { name: 'Junior' }, activityType: null, ratePerHour: dkk('700.00') },
    ],
  })
})

test.for([
  [
    { rows: [row(senior, '1000', { ratePerHour: { amount: '1', currency: 'EUR' } })] },
    'invalid_money',
    '/body/rows/0/ratePerHour/currency',
  ],
  [{ rows: [row(senior, '1000'), row(senior, '900')] }, 'conflict', '/body/rows/1'],
  [{ rows: [row(SUPPORT_ACTIVITY_ID, '1000')] }, 'reference_refused', '/body/rows/0/priceClassId'],
  [
    { rows: [row(junior, '1'), row(senior, '1', { activityTypeId: junior })] },
    'reference_refused',
    '/body/rows/1/activityTypeId',
  ],
  [{ name: 'Taken' }, 'conflict', '/body/name'],
] as const)('%o is refused as %s, new or changed', async ([wrong, code, pointer]) => {
  await create('Taken')
  const kept = await create(`Kept ${newId()}`, [row(junior, '500')])
  const before = (await send('GET', '/rate-cards')).body

  const created = await send('POST', '/rate-cards', { name: 'Refused', ...wrong })
  const changed = await send('PATCH', `/rate-cards/${kept.id}`, wrong)

  expect(created.json()).toMatchObject({ code, errors: [{ pointer }] })
  expect(changed.json()).toMatchObject({ code, errors: [{ pointer }] })
  expect((await send('GET', '/rate-cards')).body).toBe(before)
})

test('a class that is no longer active keeps the price it has, and gets none elsewhere', async () => {
  const gone = newId()
  await server.database.transact((tx) => tx.priceClass.create({ data: { id: gone, name: 'Apprentice' } }))
  const { id } = await create('Workshop', [row(gone, '300')])
  const other = await create('Garage')
  await server.database.pool.query('UPDATE price_class SET is_active = false WHERE id = $1', [gone])

  const kept = await send('PATCH', `/rate-cards/${id}`, { rows: [row(gone, '310'), row(senior, '900')] })
  const refused = await send('PATCH', `/rate-cards/${other.id}`, { rows: [row(gone, '310')] })

  expect(kept.statusCode, kept.body).toBe(200)
  expect(refused.json()).toMatchObject({ code: 'reference_refused' })
})

test('prices are replaced as a whole, by version; history tells those that went and came', async () => {
  const { id } = await create('Hosting', [row(senior, '1000'), row(junior, '700')])
  const stale = String((await send('GET', `/rate-cards/${id}`)).headers.etag)

  const same = await send('PATCH', `/rate-cards/${id}`, { rows: [row(junior, '700.00'), row(senior, '1000')] })
  const changed = await send('PATCH', `/rate-cards/${id}`, { rows: [row(senior, '1050'), row(junior, '700')] })
  const late = await send('PATCH', `/rate-cards/${id}`, { name: 'Late' }, finance, stale)

  expect(same.json()).toMatchObject({ version: 1 })
  expect(changed.json()).toMatchObject({ version: 2 })
  expect(late.statusCode).toBe(412)
  expect(await eventsOf(id)).toEqual([
    { setting: 'rate_card', name: 'Hosting' },
    {
      setting: 'rate_card',
      name: 'Hosting',
      changes: [{ field: 'rows', from: 'Senior: 1000.00 DKK (2026-01-01)', to: 'Senior: 1050.00 DKK (2026-01-01)' }],
    },
  ])
})

test('new prices rate the time of every customer anew whose agreements use the card, and nobody else’s', async () => {
  const card = await create('Shared', [row(senior, '1000')])
  const agent = await buildEmployee(server)
  await server.database.pool.query('UPDATE employee SET price_class_id = $2 WHERE id = $1', [agent.id, senior])
  const work = async (rateCardId: string | null) => {
    const { id: customerId } = await buildCustomer(server, { ratePerHour: 60_000 })
    const agreement = await buildAgreement(server, { customerId, ratePerHour: null })
    await server.database.pool.query('UPDATE agreement SET rate_card_id = $2 WHERE id = $1', [agreement.id, rateCardId])
    const { id: caseId } = await buildCase(server, { customerId })
    const entry = await send(
      'POST',
      '/time-entries',
      { caseId, minutes: 30, activityTypeId: SUPPORT_ACTIVITY_ID },
      agent,
    )
    expect(entry.statusCode, entry.body).toBe(201)
    return entry.json<{ id: string }>().id
  }
  const entries = [await work(card.id), await work(card.id), await work(null)]
  const amounts = () =>
    Promise.all(
      entries.map(
        async (id) => (await send('GET', `/time-entries/${id}`)).json<{ amount: { amount: string } }>().amount.amount,
      ),
    )
  expect(await amounts()).toEqual(['500.00', '500.00', '300.00'])

  const changed = await send('PATCH', `/rate-cards/${card.id}`, { rows: [row(senior, '1200')] })

  expect(changed.json()).toMatchObject({ agreements: 2 })
  expect(await amounts()).toEqual(['600.00', '600.00', '300.00'])
})

test('an agent reads rate cards and changes none', async () => {
  const agent = await buildEmployee(server)
  const { id } = await create('Readable')

  expect((await send('GET', `/rate-cards/${id}`, undefined, agent)).statusCode).toBe(200)
  const refused = await send('PATCH', `/rate-cards/${id}`, { name: 'Mine' }, agent)
  expect(refused.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'agreement:write' })
  expect((await send('GET', `/rate-cards/${id}`)).json()).toMatchObject({ name: 'Readable', version: 1 })
})
