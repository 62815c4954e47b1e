import type { BulkChange } from '@timedesk/contracts/bulk-changes'
import type { Reference } from '@timedesk/contracts/primitives'
import { isCaseChange } from '@timedesk/domain/bulk/bulk-changes'
import { Prisma } from '@timedesk/prisma/client'
import { findActionNames } from '../automation/describe-action.ts'
import type { Reader } from '../platform/db/database.ts'

/** The names of all that changes speak of by id: macros, and cases by number and subject, beside what actions name. */
export async function findBulkNames(reader: Reader, changes: readonly BulkChange[]): Promise<Reference[]> {
  const ids = changes.flatMap((change) =>
    change.kind === 'macro' ? [change.macroId] : change.kind === 'merge' ? [change.intoId] : [],
  )
  const [named, own] = await Promise.all([
    findActionNames(reader, changes.filter(isCaseChange)),
    ids.length === 0
      ? []
      : reader.rows<Reference>(Prisma.sql`SELECT m.id, m.name FROM macro m WHERE m.id = ANY(${ids}::uuid[])
          UNION ALL SELECT c.id, concat('#', c.number, ' ', c.subject) FROM support_case c WHERE c.id = ANY(${ids}::uuid[])`),
  ])
  return [...named, ...own]
}

/** Of all the names, those that the changes of one action speak of. */
export function namesIn(changes: readonly BulkChange[], names: readonly Reference[]): Reference[] {
  const spoken = JSON.stringify(changes)
  return names.filter(({ id }) => spoken.includes(id))
}
