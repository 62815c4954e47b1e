import type { Macro } from '@timedesk/contracts/macros'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../test/cases.ts'
import { buildEmployee, statusId, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { buildTextField, writeMacro } from '../../test/texts-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn
let agent: SignedIn
beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
  agent = await buildEmployee(server)
})
afterAll(() => server.close())

const toOpen = { kind: 'status', statusId: statusId.open }
const said = { kind: 'reply', texts: { en: 'Hello', da: '' } }

async function refused(given: object) {
  const payload = { name: 'Refused', scope: 'everyone', ...given }
  return (await send(server, administrator, 'POST', '/api/v1/macros', payload)).json<object>()
}

test('a macro has to do something', async () => {
  expect(await refused({})).toMatchObject({
    code: 'rule_refused',
    errors: [{ pointer: '/body/changes', code: 'required' }],
  })
})

test('what cannot be done is refused where it stands', async () => {
  expect(await refused({ changes: [toOpen, { kind: 'status', statusId: statusId.solved }] })).toMatchObject({
    code: 'rule_refused',
    errors: [{ pointer: '/body/changes/1', code: 'repeated' }],
  })
  expect(await refused({ changes: [toOpen, { kind: 'type', typeId: server.deps.newId() }] })).toMatchObject({
    code: 'reference_refused',
    errors: [{ pointer: '/body/changes/1/typeId' }],
  })
  const field = await buildTextField(server, administrator, 'Version')
  expect(await refused({ changes: [{ kind: 'field', fieldId: field.id, value: 7 }] })).toMatchObject({
    code: 'rule_refused',
    errors: [{ pointer: '/body/changes/0/value', code: 'wrong_kind' }],
  })
  expect(await refused({ message: { kind: 'reply', texts: { en: '{{case.nr}}', da: '' } } })).toMatchObject({
    code: 'variable_unknown',
    errors: [{ pointer: '/body/message/texts/en' }],
  })
})

test('shared macros are for who keeps them, private ones for everybody', async () => {
  const shared = await send(server, agent, 'POST', '/api/v1/macros', { name: 'Mine', scope: 'everyone', message: said })
  expect(shared.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'texts:write' })
  expect(await writeMacro(server, agent, { scope: 'private', message: said })).toMatchObject({
    owner: { id: agent.id },
    message: said,
    can: { edit: true },
  })
})

test('a list goes by position, and tells the names of what macros change', async () => {
  const late = await writeMacro(server, administrator, {
    name: 'A late one',
    message: said,
    position: 9,
    changes: [toOpen],
  })
  const early = await writeMacro(server, administrator, { name: 'Z early one', message: said, position: 1 })
  const range = { min: 0, max: 9, decimals: 0 }
  const number = { key: 'floor', name: 'Floor', kind: 'number', range }
  expect((await send(server, administrator, 'POST', '/api/v1/custom-fields', number)).statusCode).toBe(201)
  const answer = await send(server, agent, 'GET', '/api/v1/macros?isActive=true&limit=200')
  const macros = answer.json<{ data: Macro[] }>().data
  const order = macros.map(({ id }) => id)
  expect(order.indexOf(early.id)).toBeLessThan(order.indexOf(late.id))
  expect(macros.find(({ id }) => id === late.id)).toMatchObject({
    names: [{ id: statusId.open, name: 'Open' }],
    can: { edit: false },
  })
  expect(macros.find(({ id }) => id === early.id)?.names).toEqual([])
})

test('a list is read page by page, with nothing twice and nothing left out', async () => {
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five'])
    await writeMacro(server, administrator, { name: `Paged ${name}`, message: said })
  const names: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const cursor: string = after === '' ? '' : `&after=${after}`
    const answer = await send(server, agent, 'GET', `/api/v1/macros?search=Paged&limit=2${cursor}`)
    const page: { data: Macro[]; page: { after: string | null } } = answer.json()
    names.push(...page.data.map(({ name }) => name))
    after = page.page.after
  }
  expect(names).toEqual(['Paged Five', 'Paged Four', 'Paged One', 'Paged Three', 'Paged Two'])
})

test('a change keeps what is not named and moves a macro to another scope', async () => {
  const macro = await writeMacro(server, administrator, { message: said, changes: [toOpen] })
  const change = (payload: object, version: number) =>
    send(server, administrator, 'PATCH', `/api/v1/macros/${macro.id}`, payload, { 'if-match': `"v${String(version)}"` })
  expect((await change({ message: null }, 1)).json()).toMatchObject({ message: null, changes: [toOpen], version: 2 })
  expect((await change({ changes: [] }, 2)).json()).toMatchObject({ code: 'rule_refused' })
  expect((await change({ scope: 'private' }, 2)).json()).toMatchObject({
    scope: 'private',
    owner: { id: administrator.id },
  })
  expect((await send(server, agent, 'GET', `/api/v1/macros/${macro.id}`)).json()).toMatchObject({ code: 'not_found' })
})
