import type { CreditDisposition } from '@timedesk/contracts/invoice'
import type { CreditLine } from '@timedesk/domain/invoicing/credit-lines'
import type { Table } from '../../platform/db/insert-rows.ts'
import { lineTable, sourceTable } from '../drafts/draft-rows.ts'
import type { StoredLine, StoredSource } from '../stored-invoice.ts'

type Place = { id: string; invoiceId: string; customerId: string; position: number }

/** The row of a line that takes back from another one; about the same, and the same kind of revenue. */
export function lineRowOf(
  line: CreditLine,
  { agreementId, caseId, projectId, revenue }: StoredLine,
  placed: Place & { net: number; registered: number },
) {
  const { text, description, quantity, unit, unitPrice, baseQuantity, allowance, allowanceReason } = line
  return {
    ...placed,
    ...{ text, description, quantity, unit, unitPrice, baseQuantity, allowance, allowanceReason },
    ...{ vatCategory: line.vatCategory, vatRate: line.vatRate, revenue, agreementId, caseId, projectId },
    periodFrom: line.period?.from ?? null,
    periodTo: line.period?.to ?? null,
    creditsLineId: line.originalLineId,
  }
}

export const creditLineTable: Table<ReturnType<typeof lineRowOf>> = {
  name: 'invoice_line',
  columns: {
    ...lineTable.columns,
    creditsLineId: 'uuid',
  },
}

/** The row of what is taken back of a source: it claims nothing, and says what becomes of it. */
export function sourceRowOf(
  { id: creditsId, source, sourceId, entryId, minutes, amount: whole }: StoredSource,
  { id, place, amount, disposition }: { id: string; place: Place; amount: number; disposition: CreditDisposition },
) {
  return {
    ...{ id, invoiceId: place.invoiceId, lineId: place.id, customerId: place.customerId, source, sourceId, entryId },
    ...{
      amount,
      registered: amount,
      minutes: amount === whole ? minutes : null,
      isLive: false,
      creditsId,
      disposition,
    },
  }
}

export const creditSourceTable: Table<ReturnType<typeof sourceRowOf>> = {
  name: 'invoice_source',
  columns: {
    ...sourceTable.columns,
    ...{ isLive: 'boolean', creditsId: 'uuid', disposition: 'text' },
  },
}
