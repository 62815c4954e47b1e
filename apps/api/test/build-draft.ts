import { Prisma } from '@timedesk/prisma/client'
import { createInvoice } from '../src/invoicing/drafts/create-invoice.ts'
import { planInvoiceRun } from '../src/invoicing/runs/plan-run.ts'
import { markPotential } from '../src/invoicing/potential/marks/mark-potential.ts'
import type { Context } from '../src/platform/context.ts'
import { newId } from '../src/platform/new-id.ts'
import { buildCase } from './build-case.ts'
import { buildEmployee, SUPPORT_ACTIVITY_ID } from './factories.ts'
import type { TestServer } from './harness.ts'

/** An item of the potential, as drafts name it. */
type Key = { source: 'time'; sourceId: string }

function contextOf({ clock, deps }: TestServer): Context {
  const actor = { kind: 'system', id: null, name: 'test' } as const
  return { actor, now: clock.now, newId: deps.newId, requestId: null, written: [] }
}

/** An hour of 950.00 that is ready to be invoiced, on a case of its own. */
export async function buildReady(server: TestServer, customerId: string): Promise<Key> {
  const { id: employeeId } = await buildEmployee(server)
  const { id: caseId } = await buildCase(server, { customerId })
  const [entryId, sourceId] = [newId(), newId()]
  const { now } = server.clock
  await server.deps.database.transact(async (tx) => {
    const day = { workDate: now, bookedOn: now, createdAt: now }
    const entry = { id: entryId, employeeId, customerId, caseId, activityTypeId: SUPPORT_ACTIVITY_ID, minutes: 60 }
    await tx.timeEntry.create({ data: { ...entry, ...day, isBillable: true } })
    const worth = { ratePerHour: 95_000, amount: 95_000n, currency: 'DKK' }
    const rating = { entryId, billableMinutes: 60, explanation: [], ruleVersion: 1, ratedAt: now }
    await tx.timeRating.create({ data: { ...rating, ...worth } })
    await tx.coverPiece.create({
      data: { id: sourceId, entryId, kind: 'time_spent', minutes: 60, ratePerHour: 95_000, amount: 95_000n },
    })
  })
  return { source: 'time', sourceId }
}

/** A draft of such an hour, with its line and what that comes from. */
export async function buildDraft(server: TestServer, customerId: string) {
  const item = await buildReady(server, customerId)
  const [invoiceId] = await server.deps.database.transact((tx) =>
    createInvoice(tx, contextOf(server), { customerId, items: [item] }),
  )
  const [source] = await server.deps.database.reader.rows<{ sourceId: string; lineId: string }>(
    Prisma.sql`SELECT id AS "sourceId", line_id AS "lineId" FROM invoice_source WHERE invoice_id = ${invoiceId}::uuid`,
  )
  if (source === undefined) throw new Error('The draft claims nothing')
  return { invoiceId, ...source }
}

/** A preview of a run over such an hour. */
export async function buildRun(server: TestServer, customerId: string): Promise<{ runId: string }> {
  await buildReady(server, customerId)
  const runId = await server.deps.database.transact((tx) =>
    planInvoiceRun(tx, contextOf(server), { through: '2026-12-31', customerIds: [customerId] }),
  )
  return { runId }
}

/** Such an hour that somebody holds. */
export async function buildMark(server: TestServer, customerId: string): Promise<{ markId: string }> {
  const item = await buildReady(server, customerId)
  const [markId] = await server.deps.database.transact((tx) =>
    markPotential(tx, contextOf(server), { kind: 'hold', items: [item], reason: 'Ask first.' }),
  )
  if (markId === undefined) throw new Error('Nothing is held')
  return { markId }
}
