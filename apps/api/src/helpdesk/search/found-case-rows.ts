import type { StatusColor } from '@timedesk/contracts/case-status'
import type { FoundCase } from '@timedesk/contracts/search'
import type { StatusCategory } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { reference } from '../reference.ts'

/** What of a case is searched beside what was written on it, and what is shown of it. */
export type FoundRow = {
  id: string
  number: number
  subject: string
  customerId: string
  customerName: string
  contactId: string | null
  contactName: string | null
  status: { id: string; name: string; category: StatusCategory; color: StatusColor }
  responsibleId: string | null
  responsibleName: string | null
  lastActivityAt: Date
  externalReference: string | null
  product: string | null
  tags: string[]
  resolution: string
}

/** Cases by their ids, in that order. */
export async function readFoundCases(
  reader: Reader,
  ids: readonly string[],
): Promise<{ row: FoundRow; found: Omit<FoundCase, 'subject' | 'excerpts'> }[]> {
  if (ids.length === 0) return []
  const rows =
    await reader.rows<FoundRow>(Prisma.sql`SELECT c.id, c.number, c.subject, c.customer_id AS "customerId", n.name AS "customerName",
      c.contact_id AS "contactId", p.name AS "contactName",
      json_build_object('id', s.id, 'name', s.name, 'category', c.category, 'color', s.color) AS status,
      c.responsible_id AS "responsibleId", e.name AS "responsibleName", c.last_activity_at AS "lastActivityAt",
      c.external_reference AS "externalReference", c.product, c.tags, c.resolution
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY k (id, place) JOIN support_case c ON c.id = k.id
    JOIN customer n ON n.id = c.customer_id JOIN case_status s ON s.id = c.status_id
    LEFT JOIN contact p ON p.id = c.contact_id LEFT JOIN employee e ON e.id = c.responsible_id ORDER BY k.place`)
  return rows.map((row) => {
    const { id, number, customerId, customerName, status, lastActivityAt } = row
    return {
      row,
      found: {
        id,
        number,
        customer: { id: customerId, name: customerName },
        contact: reference(row.contactId, row.contactName),
        status,
        responsible: reference(row.responsibleId, row.responsibleName),
        lastActivityAt: lastActivityAt.toISOString(),
      },
    }
  })
}
