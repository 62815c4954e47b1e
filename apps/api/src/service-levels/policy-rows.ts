import type { ServiceTargets } from '@timedesk/contracts/service-policies'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import type { StoredEscalation } from './escalations.ts'

/** A policy as the choice among them reads it, stored or drafted. */
export type PolicyTerms = {
  id: string
  name: string
  version: number
  customerId: string | null
  agreementId: string | null
  typeId: string | null
  calendarId: string | null
  calendar: string | null
  position: number
  isActive: boolean
  warnAt: number[]
  escalations: StoredEscalation[]
  /** By the id of a priority. */
  targets: Record<string, ServiceTargets>
  priorityIds: string[]
}

type Row = Omit<PolicyTerms, 'priorityIds'>

/** Every policy of the company, active or not, in the order of their positions. */
export async function findPolicyTerms(reader: Reader): Promise<PolicyTerms[]> {
  const rows = await reader.rows<Row>(Prisma.sql`SELECT p.id, p.name, p.version, p.customer_id AS "customerId",
      p.agreement_id AS "agreementId", p.type_id AS "typeId", p.calendar_id AS "calendarId", k.name AS calendar, p.position,
      p.is_active AS "isActive", p.warn_at AS "warnAt", p.escalations,
      (SELECT coalesce(jsonb_object_agg(t.priority_id, jsonb_build_object('firstResponse', t.first_response,
          'nextResponse', t.next_response, 'resolution', t.resolution)), '{}') FROM service_target t WHERE t.policy_id = p.id) AS targets
    FROM service_policy p LEFT JOIN service_calendar k ON k.id = p.calendar_id
    ORDER BY p.position, p.name, p.id`)
  return rows.map((row) => ({ ...row, priorityIds: Object.keys(row.targets) }))
}
