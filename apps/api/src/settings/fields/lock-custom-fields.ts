import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'

const LOCK = 'custom fields'

/** Changes of custom fields take turns, and wait for the cases that are being filled in: rules speak of other fields. */
export async function lockCustomFields(tx: Tx): Promise<void> {
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext(${LOCK}))`)
}

/** No custom field changes until the transaction ends: what a case was checked against is what it is stored under. */
export async function holdCustomFields(tx: Tx): Promise<void> {
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock_shared(hashtext(${LOCK}))`)
}
