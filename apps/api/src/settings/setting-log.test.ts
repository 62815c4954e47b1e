import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../test/harness.ts'
import { openSettingsDesk } from '../../test/settings-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSettingsDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openSettingsDesk(server)
})
afterAll(() => server.close())

type Entry = { author: { name: string }; event: { type: string; changes?: { field: string }[] } }
const logOf = async (id: string, query = '') =>
  (await desk.send('GET', `/settings/${id}/log${query}`)).json<{ data: Entry[]; page: { after: string | null } }>()

test('a setting tells who changed what, latest first, page by page', async () => {
  const created = await desk.send('POST', '/service-calendars', { name: 'Evenings', spans: [] })
  const { id } = created.json<{ id: string }>()
  await desk.send('PATCH', `/service-calendars/${id}`, { name: 'Late evenings' }, '*')

  const log = await logOf(id)
  expect(log.data.map(({ event }) => event.type)).toEqual(['setting.changed', 'setting.created'])
  expect(log.data[0]?.event.changes).toMatchObject([{ field: 'name', from: 'Evenings', to: 'Late evenings' }])
  expect(log.data[0]?.author.name).not.toBe('')

  const first = await logOf(id, '?limit=1')
  const second = await logOf(id, `?limit=1&after=${String(first.page.after)}`)
  expect([...first.data, ...second.data]).toEqual(log.data)
})

test('what was never changed, or is no setting, has an empty log', async () => {
  expect((await logOf('019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d')).data).toEqual([])
})
