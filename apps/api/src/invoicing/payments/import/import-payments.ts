import { Refusal } from '@timedesk/contracts/refusal'
import { amountText } from '@timedesk/domain/money/money'
import type { PaymentOutcome } from '@timedesk/contracts/payments'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Deps } from '../../../platform/deps.ts'
import { isUniqueViolation } from '../../../platform/db/sql-state.ts'
import { recordPayment } from '../record-payment.ts'
import { matchRows, type MatchedRow } from './match-rows.ts'
import type { BankRow } from './read-bank-file.ts'

type Outcome = z.infer<typeof PaymentOutcome>
type Importer = { actor: StaffActor; requestId: string }

const REFERENCE_LENGTH_MAX = 200

/**
 * Records the payments that a bank's file tells of, each in a transaction of its own, and keeps what became of every row.
 * A row that was recorded before, in this file or another, is not recorded again: after a crash the same file goes on
 * where it stopped. Resolves with the import's id.
 */
export async function importPayments(
  deps: Deps,
  { actor, requestId }: Importer,
  { fileName, rows }: { fileName: string; rows: readonly BankRow[] },
): Promise<string> {
  const { database, now, newId } = deps
  const importId = newId()
  await database.reader.rows(Prisma.sql`INSERT INTO payment_import (id, file_name, recorded_by_name, created_at)
    VALUES (${importId}::uuid, ${fileName}, ${actor.name}, ${now()})`)
  const matched = await matchRows(database.reader, rows)
  const before = await findRecorded(deps, matched)
  for (const row of matched) {
    const known = outcomeWithoutPaying(row, before)
    if (known !== null) await noteRow(database.reader, importId, row, known)
    else await recordRow(deps, { actor, requestId }, importId, row)
  }
  return importId
}

function outcomeWithoutPaying({ key, invoiceId }: MatchedRow, before: ReadonlySet<string>): Outcome | null {
  if (key === null) return 'unreadable'
  if (before.has(key)) return 'recorded_before'
  return invoiceId === null ? 'unknown_invoice' : null
}

async function recordRow(deps: Deps, importer: Importer, importId: string, row: MatchedRow): Promise<void> {
  const { database, signals, now, newId } = deps
  const { invoiceId, paidOn } = row
  if (invoiceId === null || paidOn === null) return
  try {
    const context = await database.transact(async (tx) => {
      const own: Context<StaffActor> = { ...importer, now: now(), newId, written: [] }
      const reference = row.text.slice(0, REFERENCE_LENGTH_MAX)
      const paymentId = await recordPayment(tx, own, {
        invoiceId,
        amountIn: () => row.minor,
        paidOn,
        reference,
        importId,
      })
      await noteRow(tx, importId, row, 'recorded', paymentId)
      return own
    })
    signals.publish(context.written)
  } catch (error) {
    await noteRow(database.reader, importId, row, outcomeOf(error))
  }
}

/** Another file may have recorded it in this very moment. Anything unexpected is thrown. */
function outcomeOf(error: unknown): Outcome {
  if (isUniqueViolation(error)) return 'recorded_before'
  if (!(error instanceof Refusal) || error.code !== 'payment_refused') throw error
  return error.details.fields?.[0]?.code === 'amount_too_high' ? 'amount_too_high' : 'unreadable'
}

async function findRecorded({ database }: Deps, rows: readonly MatchedRow[]): Promise<ReadonlySet<string>> {
  const keys = rows.flatMap(({ key }) => key ?? [])
  const found = await database.reader.rows<{ key: string }>(
    Prisma.sql`SELECT key FROM payment_import_row WHERE outcome = 'recorded' AND key = ANY(${keys}::text[])`,
  )
  return new Set(found.map(({ key }) => key))
}

async function noteRow(
  reader: Pick<Tx, 'rows'>,
  importId: string,
  { line, key, paidOn, minor, ...row }: MatchedRow,
  outcome: Outcome,
  paymentId: string | null = null,
): Promise<void> {
  const day = paidOn ?? row.day.slice(0, REFERENCE_LENGTH_MAX)
  const amount = key === null ? row.amount.slice(0, REFERENCE_LENGTH_MAX) : amountText(minor)
  await reader.rows(Prisma.sql`INSERT INTO payment_import_row (import_id, line, outcome, paid_on, amount, reference, key, payment_id)
    VALUES (${importId}::uuid, ${line}, ${outcome}, ${day}, ${amount}, ${row.text.slice(0, REFERENCE_LENGTH_MAX)}, ${key}, ${paymentId}::uuid)`)
}
