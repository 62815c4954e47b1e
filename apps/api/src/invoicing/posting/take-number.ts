import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../../platform/db/database.ts'
import type { InvoicingRow } from '../../settings/invoicing/invoicing-row.ts'
import { numberText, seriesOf, type SeriesKey } from '../../settings/invoicing/number-series.ts'

export type TakenNumber = SeriesKey & { numberInSeries: number; number: string }

type Numbered = { kind: SeriesKey['code']; issuedOn: string }

/**
 * Takes the next number of a document's series, which is held from here until the transaction ends: without a commit
 * the number is not taken, so there is never a gap (R44). Ask for it last. Refuses with `posting_refused` a day before
 * the one on which the series was issued last.
 */
export async function takeNumber(tx: Tx, settings: InvoicingRow, { kind, issuedOn }: Numbered): Promise<TakenNumber> {
  const series = seriesOf(kind, settings, issuedOn)
  const { code, year } = series
  await tx.rows(Prisma.sql`INSERT INTO number_series (code, year, next_number) VALUES (${code}, ${year}, ${settings.firstNumber})
    ON CONFLICT (code, year) DO NOTHING`)
  const [taken] = await tx.rows<{ numberInSeries: number }>(Prisma.sql`UPDATE number_series
    SET next_number = next_number + 1, last_issued_on = ${issuedOn}::date
    WHERE code = ${code} AND year = ${year} AND (last_issued_on IS NULL OR last_issued_on <= ${issuedOn}::date)
    RETURNING next_number - 1 AS "numberInSeries"`)
  if (taken === undefined) throw refusedDate((await lastIssuedOn(tx, series)) ?? issuedOn)
  return { ...series, ...taken, number: numberText(series, settings, taken.numberInSeries) }
}

/** The day on which a series was issued last; null before its first. */
export async function lastIssuedOn(reader: Reader, { code, year }: SeriesKey): Promise<string | null> {
  const [row] = await reader.rows<{ day: string | null }>(
    Prisma.sql`SELECT last_issued_on::text AS day FROM number_series WHERE code = ${code} AND year = ${year}`,
  )
  return row?.day ?? null
}

function refusedDate(last: string): Refusal {
  const message = `The last document of the series was issued on ${last}; dates never go back.`
  return new Refusal('posting_refused', {
    detail: message,
    fields: [{ pointer: '/issuedOn', code: 'date_before_last', message }],
  })
}
