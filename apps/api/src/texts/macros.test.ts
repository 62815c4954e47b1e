import type { Case } from '@timedesk/contracts/cases'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import type { Macro, MacroPreview, MacroRun } from '@timedesk/contracts/macros'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { send } from '../../test/cases.ts'
import { buildContact, buildEmployee, statusId, SUPPORT_DEPARTMENT_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { buildChecklistTemplate, buildTextField, writeMacro } from '../../test/texts-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let administrator: SignedIn
let agent: SignedIn
beforeAll(async () => {
  server = await startServer()
  administrator = await buildEmployee(server, { role: 'administrator' })
  agent = await buildEmployee(server, { name: 'Ida Lund' })
})
afterAll(() => server.close())

const texts = { en: 'Dear {{contact.firstName}}, which version? {{agent.firstName}}', da: '' }
const toWaiting = { kind: 'status', statusId: statusId.waiting_customer }
const askForVersion = { message: { kind: 'reply', texts }, changes: [toWaiting] }

async function caseOfAnna() {
  const contact = await buildContact(server, { name: 'Anna Berg' })
  return buildCase(server, { customerId: contact.customerId, contactId: contact.id })
}

async function preview(caseId: string, { id }: Macro, by = agent) {
  return send(server, by, 'GET', `/api/v1/cases/${caseId}/macros/${id}/preview`)
}

async function run(caseId: string, { id }: Macro, given: object = {}, headers: object = {}, by = agent) {
  return send(server, by, 'POST', `/api/v1/cases/${caseId}/macro-runs`, { macroId: id, ...given }, headers)
}

async function read(caseId: string): Promise<Case> {
  return (await send(server, agent, 'GET', `/api/v1/cases/${caseId}`)).json<Case>()
}

async function timeline(caseId: string): Promise<TimelineItem[]> {
  const answer = await send(server, agent, 'GET', `/api/v1/cases/${caseId}/timeline?limit=100`)
  return answer.json<{ data: TimelineItem[] }>().data
}

async function logOf(caseId: string): Promise<string[]> {
  return (await timeline(caseId)).flatMap((item) => (item.kind === 'event' ? [item.event.type] : []))
}

test('a preview tells what a macro would say and change, and does neither', async () => {
  const { id } = await caseOfAnna()
  const macro = await writeMacro(server, administrator, {
    ...askForVersion,
    changes: [toWaiting, { kind: 'tags', add: ['version'], remove: ['none'] }, { kind: 'estimate', minutes: 30 }],
  })
  const before = await logOf(id)
  const seen = await preview(id, macro)
  expect(seen.json<MacroPreview>()).toEqual({
    macro: { id: macro.id, name: macro.name },
    message: { kind: 'reply', language: 'en', body: 'Dear Anna, which version? Ida' },
    changes: [
      { kind: 'status', name: null, from: 'Open', to: 'Waiting for customer', isChange: true },
      { kind: 'tags', name: null, from: null, to: 'version', isChange: true },
      { kind: 'estimate', name: null, from: null, to: '30', isChange: true },
    ],
    refusal: null,
    caseVersion: (await read(id)).version,
  })
  expect(await logOf(id)).toEqual(before)
  expect(await read(id)).toMatchObject({ status: { category: 'open' }, tags: [] })
})

test('a run says and changes all of it in one go', async () => {
  const { id } = await caseOfAnna()
  const field = await buildTextField(server, administrator, 'Version')
  const template = await buildChecklistTemplate(server, administrator, 'Ask for the version')
  const macro = await writeMacro(server, administrator, {
    ...askForVersion,
    changes: [
      toWaiting,
      { kind: 'field', fieldId: field.id, value: 'unknown' },
      { kind: 'assignment', departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: agent.id },
      { kind: 'tags', add: ['version'], remove: [] },
      { kind: 'checklist', templateId: template.id },
      { kind: 'estimate', minutes: 45 },
    ],
  })
  const done = (await run(id, macro)).json<MacroRun>()
  expect(done.message).toMatchObject({
    kind: 'reply',
    body: 'Dear Anna, which version? Ida',
    author: { name: 'Ida Lund' },
  })
  expect(done.case).toMatchObject({
    status: { category: 'waiting_customer' },
    responsible: { name: 'Ida Lund' },
    tags: ['version'],
    estimateMinutes: 45,
    fields: [{ name: 'Version', value: 'unknown' }],
  })
  const checklist = await send(server, agent, 'GET', `/api/v1/cases/${id}/checklist`)
  expect(checklist.body).toContain('Ask for the version')
  expect(await logOf(id)).toEqual(
    expect.arrayContaining(['macro.ran', 'case.changed', 'case.dispatched', 'checklist.applied']),
  )
})

test('the text as it was edited is what is said', async () => {
  const { id } = await caseOfAnna()
  const macro = await writeMacro(server, administrator, askForVersion)
  const done = (await run(id, macro, { body: 'Which one, {{today}}?' })).json<MacroRun>()
  expect(done.message).toMatchObject({ body: 'Which one, {{today}}?' })
})

test('a note of a macro stays inside, and a macro may say nothing at all', async () => {
  const { id } = await caseOfAnna()
  const note = await writeMacro(server, administrator, { message: { kind: 'note', texts } })
  expect((await run(id, note)).json<MacroRun>().message).toMatchObject({ kind: 'note' })
  const silent = await writeMacro(server, administrator, { changes: [toWaiting] })
  expect((await run(id, silent)).json<MacroRun>()).toMatchObject({
    message: null,
    case: { status: { category: 'waiting_customer' } },
  })
  expect((await run(id, silent, { body: 'Hello' })).json()).toMatchObject({
    code: 'invalid_request',
    errors: [{ pointer: '/body/body' }],
  })
})

test('when one thing is refused, nothing is done', async () => {
  const { id } = await caseOfAnna()
  const away = await buildEmployee(server, {})
  const macro = await writeMacro(server, administrator, {
    ...askForVersion,
    changes: [
      { kind: 'tags', add: ['urgent'], remove: [] },
      { kind: 'assignment', departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: away.id },
      toWaiting,
    ],
  })
  await server.database.transact((tx) => tx.employee.update({ where: { id: away.id }, data: { isActive: false } }))
  const before = await timeline(id)
  expect((await preview(id, macro)).json<MacroPreview>().refusal).toMatchObject({ code: 'reference_refused' })
  expect((await run(id, macro)).json()).toMatchObject({ code: 'reference_refused' })
  expect(await timeline(id)).toEqual(before)
  expect(await read(id)).toMatchObject({ tags: [], status: { category: 'open' } })
})

test('a case that has changed since the preview is left alone', async () => {
  const { id } = await caseOfAnna()
  const macro = await writeMacro(server, administrator, askForVersion)
  const { etag } = (await preview(id, macro)).headers
  await send(server, agent, 'PATCH', `/api/v1/cases/${id}`, { tags: ['changed'] })
  expect((await run(id, macro, {}, { 'if-match': etag })).json()).toMatchObject({ code: 'stale_version' })
  const again = (await preview(id, macro)).headers.etag
  expect((await run(id, macro, {}, { 'if-match': again })).statusCode).toBe(201)
})

test('the moves of the workflow bind macros: a closed case is told nothing', async () => {
  const { customerId } = await caseOfAnna()
  const closed = await buildCase(server, { customerId, category: 'closed' })
  const macro = await writeMacro(server, administrator, askForVersion)
  const refused = (await run(closed.id, macro)).json<{ code: string }>()
  expect(refused.code).toBe('status_move_refused')
  expect((await preview(closed.id, macro)).json<MacroPreview>().refusal).toMatchObject({ code: 'status_move_refused' })
})

test('a macro that reopens a case can say something on it', async () => {
  const { customerId } = await caseOfAnna()
  const closed = await buildCase(server, { customerId, category: 'closed' })
  await server.database.transact((tx) =>
    tx.supportCase.update({
      where: { id: closed.id },
      data: { closedAt: server.clock.now, solvedAt: server.clock.now },
    }),
  )
  const macro = await writeMacro(server, administrator, {
    message: { kind: 'reply', texts },
    changes: [
      { kind: 'status', statusId: statusId.open },
      { kind: 'assignment', departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: agent.id },
    ],
  })
  expect((await run(closed.id, macro)).json<MacroRun>()).toMatchObject({
    message: { kind: 'reply' },
    case: { status: { category: 'open' }, responsible: { id: agent.id } },
  })
})

test('a private macro is run by its owner alone, and a retired one by nobody', async () => {
  const { id } = await caseOfAnna()
  const mine = await writeMacro(server, agent, { ...askForVersion, scope: 'private' })
  expect((await run(id, mine, {}, {}, administrator)).json()).toMatchObject({ code: 'not_found' })
  expect((await run(id, mine)).statusCode).toBe(201)
  const retired = await send(
    server,
    agent,
    'PATCH',
    `/api/v1/macros/${mine.id}`,
    { isActive: false },
    { 'if-match': '"v1"' },
  )
  expect(retired.json()).toMatchObject({ isActive: false, version: 2 })
  expect((await run(id, mine)).json()).toMatchObject({ code: 'not_found' })
})

test('a repeated request is answered as before, and done once', async () => {
  const { id } = await caseOfAnna()
  const macro = await writeMacro(server, administrator, askForVersion)
  const headers = { 'idempotency-key': 'macro-once' }
  const first = await run(id, macro, {}, headers)
  expect((await run(id, macro, {}, headers)).body).toBe(first.body)
  expect((await timeline(id)).filter(({ kind }) => kind === 'reply')).toHaveLength(2)
})
