import type { createInvoice as contract } from '@timedesk/contracts/invoices'
import { Refusal } from '@timedesk/contracts/refusal'
import { planInvoices } from '@timedesk/domain/invoicing/plan-invoices'
import type { PlannedInvoice } from '@timedesk/domain/invoicing/plannable'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { companyDay } from '../../agreements/company-day.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findPlannableItems, isReady } from '../potential/plannable-items.ts'
import { findChosenItems } from './chosen-items.ts'
import { holdCustomer } from './draft-terms.ts'
import { insertDrafts } from './insert-drafts.ts'

/**
 * Drafts what a customer is to be invoiced: chosen items, all that is ready up to a day, or nothing yet. What it names
 * is claimed (R42). Resolves with the ids of the documents, since items may need several. Refuses with `not_found` an
 * unknown customer, with `item_taken` items that are gone or wait, and with `nothing_to_invoice` when nothing is ready.
 */
export async function createInvoice(
  tx: Tx,
  context: Context,
  { customerId, items: keys, through, currency }: z.output<typeof contract.body>,
): Promise<[string, ...string[]]> {
  if (keys !== undefined && through !== undefined) throw refusedBoth()
  const terms = await holdCustomer(tx, customerId)
  const items = await (keys === undefined
    ? findReady(tx, context, customerId, through)
    : findChosenItems(tx, customerId, keys))
  const isEmpty = keys === undefined && through === undefined
  const planned = isEmpty ? [emptyDraft(currency ?? terms.currency)] : planInvoices(items, terms)
  const [first, ...others] = await insertDrafts(tx, context, terms, { planned, items, runId: null })
  if (first === undefined) throw new Refusal('nothing_to_invoice')
  return [first, ...others]
}

async function findReady(tx: Tx, { now }: Context, customerId: string, through: string | undefined) {
  if (through === undefined) return []
  const today = await companyDay(tx, now)
  return findPlannableItems(tx, Prisma.sql`i.customer_id = ${customerId}::uuid AND ${isReady(through, today)}`)
}

function emptyDraft(currency: string): PlannedInvoice {
  return { kind: 'invoice', currency, orderReference: '', contractReference: '', period: null, lines: [], net: 0 }
}

function refusedBoth(): Refusal {
  const message = 'Name items, or a day, not both.'
  return new Refusal('invalid_request', {
    detail: message,
    fields: [{ pointer: '/body/through', code: 'unknown_field', message }],
  })
}
