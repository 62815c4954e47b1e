import type { NoticePreference, NoticeSettings } from '@timedesk/contracts/notice-settings'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { send } from '../../test/cases.ts'
import { buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'

const PATH = '/api/v1/me/notice-settings'

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  mette = await buildEmployee(server)
})

const read = async () => (await send(server, mette, 'GET', PATH)).json<NoticeSettings>()
const change = (settings: object, headers: object = {}) => send(server, mette, 'PATCH', PATH, settings, headers)

function cellOf({ preferences }: NoticeSettings, { reason, scope, channel }: Omit<NoticePreference, 'isOn'>) {
  return preferences.find((one) => one.reason === reason && one.scope === scope && one.channel === channel)
}

const noteByMail = { reason: 'noted', scope: 'mine', channel: 'mail' } as const

test('whoever chose nothing is told what is usual, and mail never waits', async () => {
  const settings = await read()

  expect(settings).toMatchObject({
    ...{ quietHours: null, quietDays: [], breaksQuiet: false, digestAt: null, timeZone: null },
    ...{ followsOnMention: false, version: 1 },
  })
  expect(settings.preferences.length).toBeGreaterThan(0)
  expect(settings.preferences.every(({ isOn, isUsual }) => isOn === isUsual)).toBe(true)
})

test('what is named changes, and the rest stays', async () => {
  await change({ quietHours: { from: '18:00', to: '07:30' }, quietDays: [7, 6], digestAt: '09:00' })
  const answer = await change({
    breaksQuiet: true,
    timeZone: 'America/New_York',
    preferences: [{ ...noteByMail, isOn: true }],
  })

  expect(answer.json()).toMatchObject({
    ...{ quietHours: { from: '18:00', to: '07:30' }, quietDays: [6, 7], digestAt: '09:00' },
    ...{ breaksQuiet: true, timeZone: 'America/New_York', version: 3 },
  })
  expect(cellOf(await read(), noteByMail as NoticePreference)).toMatchObject({ isOn: true, isUsual: false })

  await change({ quietHours: null, digestAt: null, timeZone: null })
  expect(await read()).toMatchObject({ quietHours: null, digestAt: null, timeZone: null, quietDays: [6, 7] })
})

test('what is set to the usual is forgotten, so that it follows the usual', async () => {
  await change({ preferences: [{ ...noteByMail, isOn: true }] })
  await change({ preferences: [{ ...noteByMail, isOn: false }] })

  expect(await server.database.transact((tx) => tx.noticePreference.count({ where: { employeeId: mette.id } }))).toBe(0)
})

test('settings that changed meanwhile are not written over', async () => {
  const { version } = await read()
  await change({ digestAt: '08:00' }, { 'if-match': `"v${String(version)}"` })
  const answer = await change({ digestAt: '09:00' }, { 'if-match': `"v${String(version)}"` })

  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([412, 'stale_version'])
  expect((await read()).digestAt).toBe('08:00')
})

test.for([
  ['hours that end when they begin', { quietHours: { from: '18:00', to: '18:00' } }],
  ['a week without a day for mail', { quietDays: [1, 2, 3, 4, 5, 6, 7] }],
  ['a day twice', { quietDays: [6, 6] }],
  ['a time that there is not', { digestAt: '24:00' }],
  ['a zone that there is not', { timeZone: 'Europe/Nowhere' }],
] as const)('%s is refused', async ([, settings]) => {
  expect((await change(settings)).statusCode).toBe(400)
})

test('a notice that never comes in a scope cannot be chosen there', async () => {
  const answer = await change({
    digestAt: '08:00',
    preferences: [{ reason: 'asked', scope: 'followed', channel: 'mail', isOn: true }],
  })

  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({
    code: 'field_refused',
    errors: [{ pointer: '/body/preferences/0', code: 'unknown_choice' }],
  })
  expect((await read()).digestAt).toBeNull()
})
