import { createHash } from 'node:crypto'
import { HeldReason } from '@timedesk/contracts/potential'
import { fingerprintOf } from '@timedesk/domain/invoicing/fingerprint'
import { planInvoices } from '@timedesk/domain/invoicing/plan-invoices'
import type { PlannedInvoice } from '@timedesk/domain/invoicing/plannable'
import { totalsOfPlanned } from '../drafts/draft-rows.ts'
import type { DraftTerms } from '../drafts/draft-terms.ts'
import type { OwnedItem } from '../potential/plannable-items.ts'
import type { HeldItems, PlannedDocument } from './stored-run.ts'

const TEXTS_TOLD = 3

/** What a run would do for a customer: what is ready as documents, and what waits. */
export type CustomerPlan = {
  ready: OwnedItem[]
  planned: PlannedInvoice[]
  documents: PlannedDocument[]
  held: HeldItems[]
  fingerprint: string
}

/** The same for the same items and terms, whenever it is asked for; `fingerprint` tells others. */
export function planCustomer(items: readonly OwnedItem[], terms: DraftTerms): CustomerPlan {
  const ready = items.filter(({ heldBecause }) => heldBecause === null)
  const planned = planInvoices(ready, terms)
  return {
    ready,
    planned,
    documents: planned.map((document) => describe(document, terms)),
    held: sumHeld(items),
    fingerprint: hashOf(ready, terms),
  }
}

/** Also of the terms: another discount or address of VAT gives another document. */
function hashOf(ready: readonly OwnedItem[], terms: DraftTerms): string {
  const { customerName: _name, ...meant } = terms
  return createHash('sha256').update(JSON.stringify(meant)).update('\n').update(fingerprintOf(ready)).digest('hex')
}

function describe(planned: PlannedInvoice, terms: DraftTerms): PlannedDocument {
  const { kind, currency, orderReference, lines } = planned
  return {
    ...{ kind, currency, orderReference, id: null },
    net: totalsOfPlanned(planned, terms, null).net,
    lines: lines.length,
    items: lines.reduce((sum, { sources }) => sum + sources.length, 0),
    texts: lines.slice(0, TEXTS_TOLD).map(({ text }) => text),
  }
}

function sumHeld(items: readonly OwnedItem[]): HeldItems[] {
  return HeldReason.options.flatMap((reason) => {
    const waiting = items.filter(({ heldBecause }) => heldBecause === reason)
    const byCurrency = Map.groupBy(waiting, ({ currency }) => currency)
    const amounts = [...byCurrency].map(([currency, some]) => {
      return { currency, minor: some.reduce((sum, { billable }) => sum + billable, 0) }
    })
    return waiting.length === 0 ? [] : [{ reason, items: waiting.length, amounts }]
  })
}
