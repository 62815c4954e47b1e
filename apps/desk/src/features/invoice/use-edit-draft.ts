import { type Invoice } from '@timedesk/contracts/invoice'
import {
  addInvoiceLines,
  releaseInvoiceSource,
  removeInvoiceLine,
  updateInvoiceLine,
} from '@timedesk/contracts/invoice-lines'
import { postInvoice } from '@timedesk/contracts/invoice-postings'
import { deleteInvoice, updateInvoice } from '@timedesk/contracts/invoices'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { invoicingTouches } from '../../shared/invoicing/invoicing-touches.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** The draft that a change is meant for, as it was read. */
export type DraftVersion = Pick<Invoice, 'id' | 'version'>

export type DraftBody = z.input<(typeof updateInvoice)['body']>
export type LineBody = z.input<(typeof updateInvoiceLine)['body']>
export type NewLines = z.input<(typeof addInvoiceLines)['body']>

/** Changes dates, references, note, discount or currency rate of a draft. */
export function useUpdateDraft({ id, version }: DraftVersion) {
  return useChange(
    (body: DraftBody) => client.call(updateInvoice, { params: { invoiceId: id }, body, headers: ifMatch(version) }),
    invoicingTouches,
  )
}

/** Adds potential items, which the draft claims, or a line of one's own. */
export function useAddLines({ id, version }: DraftVersion) {
  return useChange(
    (body: NewLines) => client.call(addInvoiceLines, { params: { invoiceId: id }, body, headers: ifMatch(version) }),
    invoicingTouches,
  )
}

/** Changes a line of a draft, or its place. */
export function useUpdateLine({ id, version }: DraftVersion, lineId: string) {
  return useChange(
    (body: LineBody) =>
      client.call(updateInvoiceLine, { params: { invoiceId: id, lineId }, body, headers: ifMatch(version) }),
    invoicingTouches,
  )
}

/** Takes a line off a draft. */
export function useRemoveLine({ id, version }: DraftVersion, lineId: string) {
  return useChange(
    () => client.call(removeInvoiceLine, { params: { invoiceId: id, lineId }, headers: ifMatch(version) }),
    invoicingTouches,
  )
}

/** Takes one source off its line. */
export function useReleaseSource({ id, version }: DraftVersion) {
  return useChange(
    (sourceId: string) =>
      client.call(releaseInvoiceSource, { params: { invoiceId: id, sourceId }, headers: ifMatch(version) }),
    invoicingTouches,
  )
}

/** Posts a draft: it gets its number and never changes again. */
export function usePostDraft({ id, version }: DraftVersion) {
  return useChange(
    () => client.call(postInvoice, { params: { invoiceId: id }, headers: ifMatch(version) }),
    invoicingTouches,
  )
}

/** Deletes a draft; what it claimed is potential again. */
export function useDeleteDraft({ id, version }: DraftVersion) {
  return useChange(
    () => client.call(deleteInvoice, { params: { invoiceId: id }, headers: ifMatch(version) }),
    // The draft itself is gone; only the lists are read anew.
    [[...queryRoots.invoices, 'list'], ...invoicingTouches.filter((root) => root !== queryRoots.invoices)],
  )
}
