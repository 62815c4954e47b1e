import type { InvoicingSettings } from '@timedesk/contracts/invoicing-settings'
import { percentText } from '@timedesk/domain/money/decimal'
import { Prisma } from '@timedesk/prisma/client'
import { companyDay } from '../../agreements/company-day.ts'
import type { Reader } from '../../platform/db/database.ts'
import { readInvoicingRow } from './invoicing-row.ts'
import { numberText, seriesOf, type SeriesCode } from './number-series.ts'

/** How the company invoices, with the numbers that the next documents of today would take. */
export async function findInvoicingSettings(reader: Reader, now: Date): Promise<InvoicingSettings> {
  const [row, today] = await Promise.all([readInvoicingRow(reader), companyDay(reader, now)])
  const next = async (code: SeriesCode) => {
    const series = seriesOf(code, row, today)
    return numberText(series, row, await nextNumberOf(reader, series, row.firstNumber))
  }
  const [nextInvoiceNumber, nextCreditNoteNumber] = await Promise.all([next('invoice'), next('credit_note')])
  return { ...row, vatRate: percentText(row.vatRate), nextInvoiceNumber, nextCreditNoteNumber }
}

async function nextNumberOf(reader: Reader, { code, year }: { code: string; year: number }, first: number) {
  const [series] = await reader.rows<{ next: number }>(
    Prisma.sql`SELECT next_number AS next FROM number_series WHERE code = ${code} AND year = ${year}`,
  )
  return series?.next ?? first
}
