import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'
import type { StoredCard } from './find-context-cards.ts'

/** The unique rule of a context card. */
export const takenCardFields = { context_card_name_key: '/body/name' } as const

/** Which cases a card is for. */
type CardScope = { typeIds: readonly string[]; departmentIds: readonly string[] }

/** Refuses with `reference_refused` a type or department that does not exist; one that is not active may stay. */
export async function requireScope(tx: Tx, { typeIds, departmentIds }: CardScope): Promise<void> {
  const rows = await tx.rows<{ id: string }>(Prisma.sql`SELECT id FROM case_type WHERE id = ANY(${typeIds}::uuid[])
    UNION ALL SELECT id FROM department WHERE id = ANY(${departmentIds}::uuid[])`)
  const known = new Set(rows.map(({ id }) => id))
  for (const [field, ids] of Object.entries({ typeIds, departmentIds })) {
    const at = ids.findIndex((id) => !known.has(id))
    if (at >= 0) throw refusedReference(`/body/${field}/${String(at)}`, 'It does not exist.')
  }
}

/** A card in words that read alone, for the log. What may be a key in its address is left out. */
export function tellCard({ name, url, types, departments, timeoutSeconds, isActive }: StoredCard) {
  const { origin, pathname } = new URL(url)
  return {
    name,
    url: `${origin}${pathname}`,
    types: types.length === 0 ? null : types.map((type) => type.name),
    departments: departments.length === 0 ? null : departments.map((department) => department.name),
    timeoutSeconds,
    isActive,
  }
}
