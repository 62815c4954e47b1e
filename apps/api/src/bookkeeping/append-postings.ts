import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { insertRows, type Table } from '../platform/db/insert-rows.ts'

/** An amount that moves from what is owed to what is earned, or back when it is negative. Minor units of the company's currency. */
export type Move = {
  deed: 'voucher_movement' | 'subscription_month'
  deedId: string
  /** How many entries the deed has already. */
  position: number
  bookedOn: string
  deferred: 'deferred_vouchers' | 'deferred_subscriptions'
  earned: 'revenue_voucher' | 'revenue_breakage' | 'revenue_subscription'
  amount: number
  currency: string
  /** What it is in the currency that it was agreed in. */
  documentCurrency: string
  documentAmount: number
  text: string
  customerId: string
  agreementId: string
}

type Row = Omit<Move, 'deferred' | 'earned' | 'amount'> & {
  id: string
  account: string
  debit: number
  credit: number
  mark: string
  at: Date
}

const table: Table<Row> = {
  name: 'posting',
  columns: {
    ...{
      id: 'uuid',
      deed: 'text',
      deedId: 'uuid',
      position: 'int',
      bookedOn: 'date',
      account: 'text',
      debit: 'bigint',
    },
    ...{ credit: 'bigint', currency: 'text', documentCurrency: 'text', documentAmount: 'bigint', text: 'text' },
    ...{ customerId: 'uuid', agreementId: 'uuid', mark: 'bigint', at: 'timestamptz' },
  },
}

/** Books moves, two entries each. One that another worker booked in the same moment is left as it is. */
export async function appendMoves(
  tx: Tx,
  { newId, now }: { newId: () => string; now: Date },
  moves: readonly Move[],
): Promise<void> {
  if (moves.length === 0) return
  const [own] = await tx.rows<{ mark: string }>(Prisma.sql`SELECT pg_current_xact_id()::text AS mark`)
  const rows = moves.flatMap(({ deferred, earned, amount, position, documentAmount, ...move }): Row[] => {
    const [owed, gained] = [Math.max(0, amount), Math.max(0, -amount)]
    const common = { ...move, mark: own?.mark ?? '', at: now }
    return [
      { ...common, id: newId(), position, account: deferred, debit: owed, credit: gained, documentAmount },
      {
        ...common,
        id: newId(),
        position: position + 1,
        account: earned,
        debit: gained,
        credit: owed,
        documentAmount: 0 - documentAmount,
      },
    ]
  })
  await insertRows(tx, table, rows, { isRepeatable: true })
}

/** The day that something of a day is booked on: not before it was invoiced, nor in a closed period (R52). For company `co`. */
export function openDay(day: Prisma.Sql, invoicedOn: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`greatest(${day}, ${invoicedOn}, co.hard_locked_through + 1)`
}
