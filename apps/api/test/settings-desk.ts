import { buildEmployee } from './factories.ts'
import type { TestServer } from './harness.ts'

type Row = { id: string; version: number; name: string }

/** What tests of settings do all the time, as an administrator. */
export async function openSettingsDesk(server: TestServer) {
  const administrator = await buildEmployee(server, { role: 'administrator' })

  const send = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, match?: string) =>
    server.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...administrator.headers, ...(match !== undefined && { 'if-match': match }) },
      ...(payload && { payload }),
    })

  return {
    send,
    headers: administrator.headers,
    /** Changes something, whatever its version. */
    patch: (path: string, payload: object) => send('PATCH', path, payload, '*'),
    create: async (path: string, payload: object) => (await send('POST', path, payload)).json<Row>(),
    names: async (path: string) => (await send('GET', path)).json<{ data: Row[] }>().data.map(({ name }) => name),
    /** What history tells of a setting, earliest first. */
    async eventsOf(id: string): Promise<unknown[]> {
      const { rows } = await server.database.pool.query<{ payload: unknown }>(
        'SELECT payload FROM event WHERE subject_id = $1 ORDER BY sequence',
        [id],
      )
      return rows.map(({ payload }) => payload)
    },
  }
}
