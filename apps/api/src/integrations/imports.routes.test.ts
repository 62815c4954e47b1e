import { expect, test } from 'vitest'
import {
  countsOf,
  shippedMappingJson,
  startImportServer,
  ticketsCsv,
  type ImportServer,
} from '../../test/build-import.ts'
import { buildEmployee, type SignedIn } from '../../test/factories.ts'
import { holdImports } from './case-import/hold-imports.ts'
import { runImport } from './case-import/run-import.ts'

const BOUNDARY = 'between-the-parts'

function send(
  { app }: ImportServer,
  { headers }: SignedIn,
  { mapping = shippedMappingJson, csv = ticketsCsv, key = '' },
) {
  const part = (name: string, file: string, content: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`
  const payload = `${part('mapping', '', mapping)}${part('file', '; filename="tickets.csv"', csv)}--${BOUNDARY}--\r\n`
  const type = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
  const idempotency = key === '' ? {} : { 'idempotency-key': key }
  return app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: { ...headers, ...type, ...idempotency },
    payload,
  })
}

const filesIn = async ({ deps }: ImportServer) => {
  const files = []
  for await (const file of deps.storage.list()) files.push(file)
  return files.length
}

test('an administrator starts an import, follows it and reads what was refused', async () => {
  const server = await startImportServer()
  const administrator = await buildEmployee(server, { role: 'administrator', name: 'Astrid' })

  const started = await send(server, administrator, {})
  expect(started.statusCode).toBe(202)
  const { id } = started.json<{ id: string }>()
  expect(started.json()).toMatchObject({
    state: 'waiting',
    source: 'helpdesk-log',
    fileName: 'tickets.csv',
    startedByName: 'Astrid',
  })
  expect(started.headers.location).toBe(`/api/v1/imports/${id}`)
  expect(server.queued).toEqual([id])
  await runImport(server.deps, id)

  const { headers } = administrator
  const read = await server.app.inject({ url: `/api/v1/imports/${id}`, headers })
  expect(read.json()).toMatchObject({
    state: 'finished',
    rowsRead: 15,
    casesCreated: 3,
    eventsCreated: 10,
    rowsRefused: 5,
  })
  const list = await server.app.inject({ url: '/api/v1/imports?count=exact', headers })
  expect(list.json()).toMatchObject({ data: [{ id }], page: { hasMore: false, total: 1 } })
  const first = await server.app.inject({ url: `/api/v1/imports/${id}/refusals?limit=3&count=exact`, headers })
  const { data, page } = first.json<{ data: { line: number }[]; page: { after: string; total: number } }>()
  expect([data.map(({ line }) => line), page.total]).toEqual([[6, 10, 12], 5])
  const rest = await server.app.inject({ url: `/api/v1/imports/${id}/refusals?limit=3&after=${page.after}`, headers })
  expect(rest.json()).toMatchObject({ data: [{ line: 13 }, { line: 14, reason: 'missing_value', column: 'customer' }] })
})

test('a repeated start under the same key is the same import, with one file', async () => {
  const server = await startImportServer()
  const administrator = await buildEmployee(server, { role: 'administrator' })

  const first = await send(server, administrator, { key: 'once' })
  const second = await send(server, administrator, { key: 'once' })

  expect(second.json()).toEqual(first.json())
  expect(second.headers['idempotency-replayed']).toBe('true')
  expect([server.queued.length, await filesIn(server)]).toEqual([1, 1])
})

test('a mapping that does not fit is refused by place, and nothing of the file is kept', async () => {
  const server = await startImportServer()
  const administrator = await buildEmployee(server, { role: 'administrator' })

  const strange = await send(server, administrator, { mapping: shippedMappingJson.replace('"Activity"', '"Deed"') })
  const noMapping = await send(server, administrator, { mapping: '{}' })
  const noJson = await send(server, administrator, { mapping: 'case: key' })
  const empty = await send(server, administrator, { csv: '' })

  expect(strange.statusCode).toBe(422)
  expect(strange.json()).toMatchObject({
    code: 'mapping_refused',
    errors: [{ pointer: '/body/mapping/event/activity/column', code: 'unknown_column' }],
  })
  expect([noMapping, noJson].map((one) => one.json<{ code: string }>().code)).toEqual([
    'mapping_refused',
    'mapping_refused',
  ])
  expect(empty.json()).toMatchObject({ code: 'file_refused' })
  expect([server.queued.length, await filesIn(server)]).toEqual([0, 0])
})

test('who may not import is refused before anything is stored', async () => {
  const server = await startImportServer()
  const manager = await buildEmployee(server, { role: 'manager' })

  const refused = await send(server, manager, {})

  expect(refused.json()).toMatchObject({ code: 'permission_denied', status: 403 })
  expect(await filesIn(server)).toBe(0)
})

test('only one import runs at a time', async () => {
  const server = await startImportServer()
  const administrator = await buildEmployee(server, { role: 'administrator' })
  await send(server, administrator, {})
  const [waiting = ''] = server.queued

  await holdImports(server.database, async () => {
    await expect(runImport(server.deps, waiting)).rejects.toMatchObject({ code: 'import_running' })
  })
  await runImport(server.deps, waiting)

  expect(await countsOf(server, waiting)).toMatchObject({ state: 'finished' })
})
