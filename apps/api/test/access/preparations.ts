import { shippedMappingJson, ticketsCsv } from '../build-import.ts'
import { newId } from '../../src/platform/new-id.ts'
import { buildEmployee, buildContact, type SignedIn, statusId } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import { agreementPreparations } from './preparations-agreements.ts'
import { attentionPreparations } from './preparations-attention.ts'
import { automationPreparations } from './preparations-automation.ts'
import { bookPreparations } from './preparations-books.ts'
import { bulkPreparations } from './preparations-bulk.ts'
import { contextCardPreparations } from './preparations-context-cards.ts'
import { coverPreparations } from './preparations-cover.ts'
import { dispatchPreparations } from './preparations-dispatch.ts'
import { draftPreparations } from './preparations-drafts.ts'
import { extranetPreparations } from './preparations-extranet.ts'
import { fieldPreparations } from './preparations-fields.ts'
import { invoicingPreparations } from './preparations-invoicing.ts'
import { mergePreparations } from './preparations-merges.ts'
import { postingPreparations } from './preparations-posting.ts'
import { serviceLevelPreparations } from './preparations-service-levels.ts'
import { searchPreparations } from './preparations-search.ts'
import { sidePreparations } from './preparations-sides.ts'
import { employeeOf, timePreparations } from './preparations-time.ts'
import { viewPreparations } from './preparations-views.ts'
import { voucherPreparations } from './preparations-vouchers.ts'
import { workflowPreparations } from './preparations-workflow.ts'
import { buildEntry, type World } from './world.ts'
import { accountWithPassword, secretFor, PASSWORD } from './accounts.ts'

type Prepare = (server: TestServer, world: World, actor: SignedIn | null) => Promise<Prepared>

/** What a route needs beside the world to succeed. Routes that are not named need nothing. */
const preparations: Record<string, Prepare> = {
  ...timePreparations,
  ...bulkPreparations,
  ...contextCardPreparations,
  ...coverPreparations,
  ...attentionPreparations,
  ...automationPreparations,
  ...dispatchPreparations,
  ...draftPreparations,
  ...extranetPreparations,
  ...fieldPreparations,
  ...agreementPreparations,
  ...viewPreparations,
  ...voucherPreparations,
  ...invoicingPreparations,
  ...mergePreparations,
  ...postingPreparations,
  ...bookPreparations,
  ...serviceLevelPreparations,
  ...searchPreparations,
  ...sidePreparations,
  ...workflowPreparations,
  signIn: async (server) => ({ body: { email: await accountWithPassword(server, 'staff'), password: PASSWORD } }),
  extranetSignIn: async (server) => ({
    body: { email: await accountWithPassword(server, 'contact'), password: PASSWORD },
  }),
  refreshSession: async (server) => ({ headers: { cookie: await refreshCookie(server, 'staff') } }),
  extranetRefreshSession: async (server) => ({ headers: { cookie: await refreshCookie(server, 'contact') } }),
  setPassword: async (server) => ({ body: { secret: await secretFor(server, 'staff'), password: PASSWORD } }),
  extranetSetPassword: async (server) => ({ body: { secret: await secretFor(server, 'contact'), password: PASSWORD } }),
  changePassword: async (server, _world, actor) => passwordChange(server, 'staff', actor),
  extranetChangePassword: async (server, _world, actor) => passwordChange(server, 'contact', actor),
  endSession: async (server, _world, actor) => ({
    params: { sessionId: await anotherSession(server, 'staff', actor) },
  }),
  extranetEndSession: async (server, _world, actor) => ({
    params: { sessionId: await anotherSession(server, 'contact', actor) },
  }),
  revokeApiToken: async (server, _world, actor) => ({ params: { tokenId: await anotherToken(server, actor) } }),
  getTimeEntry: withEntry,
  updateTimeEntry: withEntry,
  removeTimeEntry: withEntry,
  pauseTimer: withTimer,
  resumeTimer: withTimer,
  stopTimer: withTimer,
  discardTimer: withTimer,
  changeCaseStatus: () => Promise.resolve({ body: { statusId: statusId.waiting_customer } }),
  uploadAttachment: () => Promise.resolve(fileUpload()),
  extranetUploadAttachment: () => Promise.resolve(fileUpload()),
  startImport: () => Promise.resolve(importUpload()),
}

export function prepareFor(name: string, server: TestServer, world: World, actor: SignedIn | null): Promise<Prepared> {
  return preparations[name]?.(server, world, actor) ?? Promise.resolve({})
}

async function refreshCookie(server: TestServer, kind: 'staff' | 'contact'): Promise<string> {
  const email = await accountWithPassword(server, kind)
  const path = kind === 'staff' ? '/api/v1/session' : '/api/extranet/v1/session'
  const response = await server.app.inject({
    method: 'POST',
    url: path,
    headers: { origin: server.deps.publicUrl },
    payload: { email, password: PASSWORD },
  })
  return response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

async function passwordChange(
  server: TestServer,
  kind: 'staff' | 'contact',
  actor: SignedIn | null,
): Promise<Prepared> {
  if (actor !== null) await accountWithPassword(server, kind, actor.id)
  return { body: { currentPassword: PASSWORD, password: `${PASSWORD} and more` } }
}

async function anotherSession(server: TestServer, kind: 'staff' | 'contact', actor: SignedIn | null): Promise<string> {
  const id = newId()
  const { now } = server.clock
  const session = {
    id,
    refreshHash: newId(),
    rotatedAt: now,
    createdAt: now,
    expiresAt: new Date(now.getTime() + 60_000),
    userAgent: '',
    ipAddress: '',
  }
  await server.deps.database.transact(async (tx) => {
    if (kind === 'staff')
      await tx.staffSession.create({
        data: {
          ...session,
          employeeId:
            actor !== null && (await tx.employee.count({ where: { id: actor.id } })) > 0
              ? actor.id
              : (await buildEmployee(server)).id,
        },
      })
    else
      await tx.contactSession.create({
        data: {
          ...session,
          contactId:
            actor !== null && (await tx.contact.count({ where: { id: actor.id } })) > 0
              ? actor.id
              : (await buildContact(server)).id,
        },
      })
  })
  return id
}

async function anotherToken(server: TestServer, actor: SignedIn | null): Promise<string> {
  const id = newId()
  const { now } = server.clock
  await server.deps.database.transact(async (tx) => {
    const isStaff = actor !== null && (await tx.employee.count({ where: { id: actor.id } })) > 0
    const employeeId = isStaff ? actor.id : (await buildEmployee(server)).id
    await tx.apiToken.create({
      data: {
        id,
        employeeId,
        name: 'x',
        hint: '',
        hash: newId(),
        scopes: ['cases:read'],
        createdAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      },
    })
  })
  return id
}

async function withEntry(server: TestServer, world: World, actor: SignedIn | null): Promise<Prepared> {
  return { params: { entryId: await buildEntry(server, world, await employeeOf(server, actor)) } }
}

async function withTimer(server: TestServer, world: World, actor: SignedIn | null): Promise<Prepared> {
  const employeeId = await employeeOf(server, actor)
  const startedAt = new Date(server.clock.now.getTime() - 600_000)
  await server.deps.database.transact((tx) =>
    tx.timer.create({ data: { employeeId, caseId: world.caseId, startedAt } }),
  )
  return {}
}

function fileUpload(): Prepared {
  return multipart([
    'Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhello',
  ])
}

function importUpload(): Prepared {
  return multipart([
    `Content-Disposition: form-data; name="mapping"\r\n\r\n${shippedMappingJson}`,
    `Content-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${ticketsCsv}`,
  ])
}

function multipart(parts: string[]): Prepared {
  const payload = Buffer.from(`${parts.map((part) => `--limit\r\n${part}\r\n`).join('')}--limit--\r\n`)
  return { payload, headers: { 'content-type': 'multipart/form-data; boundary=limit' } }
}
