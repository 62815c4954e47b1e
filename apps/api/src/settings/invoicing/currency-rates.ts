import type { CurrencyRate } from '@timedesk/contracts/invoicing-settings'
import { exchangeRateText, readExchangeRate } from '@timedesk/domain/money/decimal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { COMPANY_SUBJECT_ID } from '../company-subject.ts'

type Row = { currency: string; validFrom: string; rate: number; createdByName: string; createdAt: Date }

const columns = Prisma.sql`k.currency, k.valid_from::text AS "validFrom", k.rate::float8 AS rate,
  k.created_by_name AS "createdByName", k.created_at AS "createdAt"`

/** All rates by currency, latest first. */
export async function findCurrencyRates(reader: Reader): Promise<CurrencyRate[]> {
  const rows = await reader.rows<Row>(
    Prisma.sql`SELECT ${columns} FROM currency_rate k ORDER BY k.currency, k.valid_from DESC`,
  )
  return rows.map(present)
}

/** What a unit of a currency is worth in the company's on a day, in millionths; null where nobody said. */
export async function rateInForce(reader: Reader, currency: string, day: string): Promise<number | null> {
  const [row] = await reader.rows<{ rate: number }>(Prisma.sql`SELECT rate::float8 AS rate FROM currency_rate
    WHERE currency = ${currency} AND valid_from <= ${day}::date ORDER BY valid_from DESC LIMIT 1`)
  return row?.rate ?? null
}

/** Says what a currency is worth from a day on; what is posted keeps its rate. Saying the same again changes nothing. */
export async function setCurrencyRate(
  tx: Tx,
  context: Context,
  { currency, validFrom, rate: text }: Pick<CurrencyRate, 'currency' | 'validFrom' | 'rate'>,
): Promise<CurrencyRate> {
  const rate = readExchangeRate(text)
  const key = Prisma.sql`k.currency = ${currency} AND k.valid_from = ${validFrom}::date`
  // One at a time, also where there is no row to lock yet.
  await tx.rows(Prisma.sql`SELECT 1 FROM invoicing_settings FOR UPDATE`)
  const [before] = await tx.rows<Row>(Prisma.sql`SELECT ${columns} FROM currency_rate k WHERE ${key}`)
  if (before?.rate === rate) return present(before)
  const [row] = await tx.rows<Row>(Prisma.sql`
    INSERT INTO currency_rate AS k (currency, valid_from, rate, created_by_name, created_at)
    VALUES (${currency}, ${validFrom}::date, ${rate}, ${context.actor.name}, ${context.now})
    ON CONFLICT (currency, valid_from) DO UPDATE SET rate = excluded.rate, created_by_name = excluded.created_by_name, created_at = excluded.created_at
    RETURNING ${columns}`)
  if (row === undefined) throw new Error('The rate was not stored')
  const changes = [{ field: 'rate', from: before === undefined ? null : exchangeRateText(before.rate), to: text }]
  await appendEvents(tx, context, { kind: 'setting', id: COMPANY_SUBJECT_ID }, [
    { type: 'setting.changed', setting: 'currency_rate', name: `${currency} ${validFrom}`, changes },
  ])
  return present(row)
}

function present({ rate, createdAt, ...row }: Row): CurrencyRate {
  return { ...row, rate: exchangeRateText(rate), createdAt: createdAt.toISOString() }
}
