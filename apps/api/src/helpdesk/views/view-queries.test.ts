import type { CaseView } from '@timedesk/contracts/case-views'
import { formatQuery } from '@timedesk/domain/query/format-query'
import { Prisma } from '@timedesk/prisma/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyQuery, anyQueryText } from '../../../../../packages/domain/test/any-query.ts'
import { send } from '../../../test/cases.ts'
import { buildContact } from '../../../test/factories.ts'
import { openFieldDesk, option } from '../../../test/field-desk.ts'
import { startServer } from '../../../test/harness.ts'
import { openQueryDesk } from '../../../test/query-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openQueryDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openQueryDesk(server)
})
afterAll(() => server.close())

const save = (query: string) =>
  send(server, desk.agent, 'POST', '/api/v1/case-views', { name: newId(), scope: 'private', query })
const saveAgain = ({ id }: CaseView, query: string) =>
  send(server, desk.agent, 'PATCH', `/api/v1/case-views/${id}`, { query }, { 'if-match': '*' })

async function storedOf({ id }: CaseView): Promise<string | undefined> {
  const [row] = await server.database.reader.rows<{ query: string }>(
    Prisma.sql`SELECT query FROM case_view WHERE id = ${id}::uuid`,
  )
  return row?.query
}

test('custom fields, their options and their contacts are kept by id and shown by name', async () => {
  const fields = await openFieldDesk(server)
  const [red, twin, other] = [option('Red'), option('Twin'), option('Other', { labelDa: 'Twin' })]
  const { id: colourId } = await fields.buildField({ key: 'colour', kind: 'choice', options: [red, twin, other] })
  const { id: whoId } = await fields.buildField({ key: 'who', kind: 'contact' })
  const contact = await buildContact(server, { name: 'Lone Berg' })
  const view = (await save('field.colour:red,twin field.who:"lone berg" -field.colour:none')).json<CaseView>()

  expect(await storedOf(view)).toBe(
    `field.${colourId}:${red.id},${twin.id},${other.id} field.${whoId}:${contact.id} -field.${colourId}:none`,
  )
  expect(view.query).toBe(`field.colour:Red,${twin.id},Other field.who:"Lone Berg" -field.colour:none`)
})

test('any text is read or refused, as a list and as a view; what a view shows is what it keeps', async () => {
  let read = 0
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyQuery.map(formatQuery), anyQueryText), async (q) => {
      const listed = await send(server, desk.agent, 'GET', `/api/v1/cases?${new URLSearchParams({ q }).toString()}`)
      const saved = await save(q)
      expect([listed.statusCode, saved.statusCode], q).toEqual(saved.statusCode === 422 ? [422, 422] : [200, 201])
      if (saved.statusCode === 422) return
      read += 1
      const view = saved.json<CaseView>()
      expect((await saveAgain(view, view.query)).json(), q).toMatchObject({ version: 1, query: view.query })
      await send(server, desk.agent, 'DELETE', `/api/v1/case-views/${view.id}`)
    }),
    { numRuns: 150 },
  )
  expect(read).toBeGreaterThan(20)
})
