import type { postInvoices as contract } from '@timedesk/contracts/invoice-postings'
import type { Refusal } from '@timedesk/contracts/refusal'
import { refusals } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Deps } from '../../platform/deps.ts'
import { refusalOf } from '../../platform/http/problems.ts'
import { tryToStore } from '../documents/store-documents.ts'
import { sendInvoice } from '../sending/send-invoice.ts'
import { postInvoice } from './post-invoice.ts'

type Outcome = z.input<(typeof contract.responses)[200]>['data'][number]
type Poster = { actor: StaffActor; requestId: string }

/**
 * Posts drafts one by one, each in a transaction of its own, so that one that is refused keeps no other back; and sends
 * what was posted where that is asked for. Resolves with what became of each, in the order given.
 */
export async function postInvoices(
  deps: Deps,
  poster: Poster,
  { invoiceIds, send }: z.output<typeof contract.body>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const id of invoiceIds) outcomes.push(await postOne(deps, poster, { id, send }))
  return outcomes
}

async function postOne(deps: Deps, poster: Poster, { id, send }: { id: string; send: boolean }): Promise<Outcome> {
  const refusal = await attempt(deps, poster, (tx, context) => postInvoice(tx, context, { invoiceId: id }, null))
  if (refusal !== null) return { id, number: null, problems: problemsOf(refusal, 'error') }
  await tryToStore(deps, id)
  const unsent = send
    ? await attempt(deps, poster, (tx, context) =>
        sendInvoice(tx, context, { invoiceId: id, to: undefined, message: '' }, deps.publicUrl),
      )
    : null
  const [row] = await deps.database.reader.rows<{ number: string }>(
    Prisma.sql`SELECT number FROM invoice WHERE id = ${id}::uuid`,
  )
  return { id, number: row?.number ?? null, problems: unsent === null ? [] : problemsOf(unsent, 'warning') }
}

/** Resolves with what refused it, if anything did; faults are thrown. */
async function attempt(
  { database, signals, now, newId }: Deps,
  { actor, requestId }: Poster,
  work: (tx: Tx, context: Context<StaffActor>) => Promise<void>,
): Promise<Refusal | null> {
  try {
    const context = await database.transact(async (tx) => {
      const own: Context<StaffActor> = { actor, now: now(), newId, requestId, written: [] }
      await work(tx, own)
      return own
    })
    signals.publish(context.written)
    return null
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    return refusal
  }
}

function problemsOf({ code, details }: Refusal, severity: 'error' | 'warning'): Outcome['problems'] {
  const own = { pointer: '', code, message: details.detail ?? refusals[code].title }
  const fields = details.fields === undefined || details.fields.length === 0 ? [own] : details.fields
  return fields.map((field) => ({ ...field, rule: field.code, severity }))
}
