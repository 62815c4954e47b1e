import type { CaseNumber, MergedCase } from '@timedesk/contracts/case-family'
import { unmergeUntil } from '@timedesk/domain/helpdesk/decide-merge'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

type MergedRow = Omit<MergedCase, 'mergedAt' | 'unmergeUntil'> & { mergedAt: string }

/** The other ends of a case's merges. */
export type FamilyRow = { mergedInto: MergedRow | null; tombstones: MergedRow[] }

const merged = Prisma.sql`json_build_object('id', o.id, 'number', o.number, 'subject', o.subject,
  'mergedAt', v.merged_at, 'mergedByName', v.merged_by_name)`

/** The columns of `FamilyRow` of case `c`. */
export const familyColumns = Prisma.sql`(SELECT ${merged} FROM support_case o JOIN case_merge v ON v.source_id = c.id AND v.undone_at IS NULL
    WHERE o.id = c.merged_into_id) AS "mergedInto",
  (SELECT coalesce(json_agg(${merged} ORDER BY v.merged_at DESC, o.number DESC), '[]') FROM support_case o
    JOIN case_merge v ON v.source_id = o.id AND v.undone_at IS NULL WHERE o.merged_into_id = c.id) AS tombstones`

export function presentFamily({ mergedInto, tombstones }: FamilyRow): {
  mergedInto: MergedCase | null
  tombstones: MergedCase[]
} {
  return { mergedInto: mergedInto === null ? null : present(mergedInto), tombstones: tombstones.map(present) }
}

function present({ mergedAt, ...other }: MergedRow): MergedCase {
  const at = new Date(mergedAt)
  return { ...other, mergedAt: at.toISOString(), unmergeUntil: unmergeUntil(at).toISOString() }
}

/** An item of a case's log: its id, and the case of the family that it is of. */
type Item = { id: string; caseId: string }

/** What items of a log tell beside themselves, by their ids: where they came from, and where they were split off to. */
export type FamilyMarks = {
  origin: ReadonlyMap<string, CaseNumber>
  splitTo: ReadonlyMap<string, CaseNumber>
}

/** The marks of the items of a case's log that have any. */
export async function findFamilyMarks(reader: Reader, caseId: string, items: readonly Item[]): Promise<FamilyMarks> {
  const others = [...new Set(items.filter((item) => item.caseId !== caseId).map((item) => item.caseId))]
  const ids = items.map(({ id }) => id)
  const [cases, splits] = await Promise.all([
    others.length === 0
      ? []
      : reader.rows<CaseNumber>(Prisma.sql`SELECT id, number FROM support_case WHERE id = ANY(${others}::uuid[])`),
    reader.rows<CaseNumber & { messageId: string }>(Prisma.sql`SELECT s.message_id AS "messageId", o.id, o.number
      FROM split_message s JOIN support_case o ON o.id = s.to_case_id WHERE s.message_id = ANY(${ids}::uuid[])`),
  ])
  const byId = new Map(cases.map((one) => [one.id, one]))
  const origins = items.flatMap((item): [string, CaseNumber][] => {
    const origin = byId.get(item.caseId)
    return origin === undefined ? [] : [[item.id, origin]]
  })
  return {
    origin: new Map(origins),
    splitTo: new Map(splits.map(({ messageId, ...to }) => [messageId, to])),
  }
}

/** What an item of a log tells of where it came from and where it was split off to; nothing for most. */
export function marksOf({ origin, splitTo }: FamilyMarks, id: string): { origin?: CaseNumber; splitTo?: CaseNumber } {
  const [from, to] = [origin.get(id), splitTo.get(id)]
  return { ...(from !== undefined && { origin: from }), ...(to !== undefined && { splitTo: to }) }
}
