import { documentNumber } from '@timedesk/domain/invoicing/number-text'
import { Prisma } from '@timedesk/prisma/client'
import type { InvoicingRow } from './invoicing-row.ts'

/** Which series a document is numbered in: all of a kind, or those of a kind and a year. */
export type SeriesKey = { code: SeriesCode; year: number }
export type SeriesCode = 'invoice' | 'credit_note'

type Numbering = Pick<InvoicingRow, 'invoicePrefix' | 'creditNotePrefix' | 'numbersByYear'>

/** Digits at least, so that numbers sort as texts for a long time. */
const NUMBER_WIDTH = 4

/** The series of a document of a kind that is issued on a day; year 0 is of series that go on from year to year. */
export function seriesOf(code: SeriesCode, { numbersByYear }: Numbering, day: string): SeriesKey {
  return { code, year: numbersByYear ? Number(day.slice(0, 4)) : 0 }
}

/** A number as the document tells it. */
export function numberText({ code, year }: SeriesKey, numbering: Numbering, number: number): string {
  const prefix = code === 'invoice' ? numbering.invoicePrefix : numbering.creditNotePrefix
  return documentNumber({ prefix, isYearly: year !== 0, width: NUMBER_WIDTH }, year, number)
}

/** On `invoice i`: what another series has posted under numbers that this one could give too. */
export function isOfOtherSeries(code: SeriesCode, numbering: Numbering): Prisma.Sql {
  const prefix = code === 'invoice' ? numbering.invoicePrefix : numbering.creditNotePrefix
  const pattern = `^${prefix}${numbering.numbersByYear ? String.raw`\d{4}-` : ''}\\d+$`
  return Prisma.sql`(i.state = 'posted' AND i.number ~ ${pattern}
    AND NOT (i.series_code = ${code} AND (i.series_year <> 0) = ${numbering.numbersByYear}))`
}
