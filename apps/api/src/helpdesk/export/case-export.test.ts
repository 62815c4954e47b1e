import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import { buildCustomer, buildEmployee, type SignedIn } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let customerId: string

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server, { name: 'Ida Lund' })
  customerId = (await buildCustomer(server, { name: 'Nordlys Software' })).id
})
afterAll(() => server.close())

const download = (query: Record<string, string>, by = agent) =>
  send(server, by, 'GET', `/api/v1/cases/export?${new URLSearchParams(query).toString()}`)

async function openMany(count: number, tag: string): Promise<{ id: string; number: number }[]> {
  const opened: { id: string; number: number }[] = []
  for (let made = 0; made < count; made += 1)
    opened.push(await openCase(server, agent, { customerId, subject: `Printer ${String(made)}`, tags: [tag] }))
  return opened
}

test('a list is taken away with the columns of its view, in their order and its own', async () => {
  const [first, second] = await openMany(2, 'csv')

  const file = await download({ q: 'tag:csv', sort: 'number', columns: 'subject,number,customer,responsible' })

  expect(file.statusCode).toBe(200)
  expect(file.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; filename="cases 2026-03-02\.csv"/u) as unknown,
  })
  expect(
    file.body
      .replace(/^\uFEFF/u, '')
      .trim()
      .split(/\r?\n/u),
  ).toEqual([
    'Subject,No.,Customer,Responsible',
    `Printer 0,${String(first?.number)},Nordlys Software,`,
    `Printer 1,${String(second?.number)},Nordlys Software,`,
  ])
})

test('more cases than a page has are all there, each once', async () => {
  const opened = await openMany(230, 'many')
  const file = await download({ q: 'tag:many', sort: '-number', columns: 'number', format: 'json' })
  expect(file.json<{ number: number }[]>().map(({ number }) => number)).toEqual(
    opened.map(({ number }) => number).toReversed(),
  )
})

test.for([
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['xml', 'application/xml; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
] as const)('a list is taken away as %s', async ([format, contentType]) => {
  await openMany(1, format)
  const file = await download({ q: `tag:${format}`, format })
  expect(file.statusCode).toBe(200)
  expect(file.headers['content-type']).toBe(contentType)
  expect(file.body.length).toBeGreaterThan(40)
})

test('columns are headed in the language of the reader', async () => {
  const danish = await buildEmployee(server)
  await server.database.pool.query("UPDATE employee SET language = 'da' WHERE id = $1", [danish.id])
  const file = await download({ q: 'tag:csv', columns: 'number,status,due' }, danish)
  expect(file.body).toContain('Nr.,Status,Frist')
})

test('cases that are named are taken alone', async () => {
  const [one, , three] = await openMany(3, 'named')
  const caseIds = [one?.id ?? '', three?.id ?? ''].join(',')
  const file = await download({ caseIds, sort: 'number', columns: 'number', format: 'json' })
  expect(file.json()).toEqual([{ number: one?.number }, { number: three?.number }])
})

test.for([
  [{ q: 'status:nonsense' }, 422, 'query_refused'],
  [{ columns: 'number,nonsense' }, 400, 'invalid_request'],
  [{ format: 'pdf' }, 400, 'invalid_request'],
] as const)('%j is refused before the first row', async ([query, status, code]) => {
  const answer = await download(query)
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toMatchObject({ code })
})
