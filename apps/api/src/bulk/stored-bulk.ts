import type { BulkError, BulkState } from '@timedesk/contracts/bulk-actions'
import type { BulkChange } from '@timedesk/contracts/bulk-changes'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Asker } from '../identity/find-staff-actor.ts'
import type { Tx } from '../platform/db/database.ts'

/** A bulk action as it is stored. */
export type HeldBulk = Asker & {
  id: string
  changes: BulkChange[]
  state: BulkState
  isUndoable: boolean
  undoUntil: Date | null
  failure: string | null
}

/**
 * Why a case was refused: a code of the table of refusals, or `fault`, a sentence in English, and what exactly it is
 * about; older ones do not say that.
 */
export type StoredRefusal = { code: string; detail: string; errors?: BulkError[] }

/** Holds a bulk action until the transaction ends, alone or together with others. Refuses with `not_found`. */
export async function holdBulk(tx: Tx, id: string, hold: 'alone' | 'together' = 'alone'): Promise<HeldBulk> {
  const lock = hold === 'alone' ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.sql`FOR SHARE`
  const [bulk] = await tx.rows<HeldBulk>(Prisma.sql`SELECT b.id, b.employee_id AS "employeeId", b.token_id AS "tokenId",
      b.changes, b.state, b.is_undoable AS "isUndoable", b.undo_until AS "undoUntil", b.failure
    FROM bulk_action b WHERE b.id = ${id}::uuid ${lock}`)
  if (bulk === undefined) throw new Refusal('not_found')
  return bulk
}

/** A refusal as it is stored. */
export function storedRefusal({ code, message, details }: Refusal): StoredRefusal {
  const errors = (details.fields ?? []).map((field) => ({
    ...{ pointer: field.pointer, code: field.code, message: field.message },
  }))
  return { code, detail: message, errors }
}

/** What is told of a case that a fault kept from being dealt with; the log has the rest. */
export const FAULT: StoredRefusal = { code: 'fault', detail: 'Something went wrong on our side.' }

/** Whoever planned it cannot act any more. */
export const ACCOUNT_GONE: StoredRefusal = {
  code: 'permission_denied',
  detail: 'The account or the token that planned it is not active any more.',
}
