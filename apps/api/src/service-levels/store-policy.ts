import type { ServicePolicyDraft } from '@timedesk/contracts/service-policies'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'

/** The unique rule of a policy. */
export const takenPolicyFields = { service_policy_name_key: '/body/name' } as const

/** The statement that creates or replaces the policy's own row. */
export function policyStorage(id: string, policy: ServicePolicyDraft & { isActive: boolean }): Prisma.Sql {
  const { name, customerId, agreementId, typeId, calendarId, warnAt, escalations, isShownToCustomers, position } =
    policy
  return Prisma.sql`INSERT INTO service_policy (id, name, customer_id, agreement_id, type_id, calendar_id, warn_at, escalations,
      is_shown_to_customers, position, is_active)
    VALUES (${id}::uuid, ${name}, ${customerId}::uuid, ${agreementId}::uuid, ${typeId}::uuid, ${calendarId}::uuid,
      ${inOrder(warnAt)}::int[], ${JSON.stringify(escalations)}::jsonb, ${isShownToCustomers}, ${position}, ${policy.isActive})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, customer_id = excluded.customer_id, agreement_id = excluded.agreement_id,
      type_id = excluded.type_id, calendar_id = excluded.calendar_id, warn_at = excluded.warn_at, escalations = excluded.escalations,
      is_shown_to_customers = excluded.is_shown_to_customers, position = excluded.position, is_active = excluded.is_active,
      version = service_policy.version + 1`
}

/** Replaces the targets of a policy. */
export async function storeTargets(tx: Tx, id: string, targets: ServicePolicyDraft['targets']): Promise<void> {
  await tx.rows(Prisma.sql`DELETE FROM service_target WHERE policy_id = ${id}::uuid`)
  await tx.rows(Prisma.sql`INSERT INTO service_target (policy_id, priority_id, first_response, next_response, resolution)
    SELECT ${id}::uuid, g."priorityId", g."firstResponse", g."nextResponse", g.resolution
      FROM jsonb_to_recordset(${JSON.stringify(targets)}::jsonb)
        AS g ("priorityId" uuid, "firstResponse" int, "nextResponse" int, resolution int)`)
}

/** Each share once, in order. */
function inOrder(shares: readonly number[]): number[] {
  return [...new Set(shares)].toSorted((one, other) => one - other)
}
