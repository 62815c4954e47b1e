import type { DispatchExplanation } from '@timedesk/contracts/dispatch-rules'
import { Refusal } from '@timedesk/contracts/refusal'
import { matchConditions } from '@timedesk/domain/conditions/match-conditions'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { foreseePlace } from './place-case.ts'

/** Which rules match a case as it is now, and who would get it. Refuses with `not_found`. */
export async function explainDispatch(
  reader: Reader,
  now: Date,
  { caseId }: { caseId: string },
): Promise<DispatchExplanation> {
  const [found] = await reader.rows(Prisma.sql`SELECT FROM support_case WHERE id = ${caseId}::uuid`)
  if (found === undefined) throw new Refusal('not_found')
  const { ground, facts, placed } = await foreseePlace(reader, now, caseId)
  const { rule } = placed.why
  if (rule !== 'by_rule' && rule !== 'by_type' && rule !== 'by_default')
    throw new Error(`Nobody dispatches ${rule} without being asked`)
  return {
    rules: ground.rules.map(({ id, name, conditions }) => ({ id, name, ...matchConditions(conditions, facts) })),
    rule,
    ruleName: placed.why.ruleName ?? null,
    department: placed.department,
    responsible: placed.responsible,
    insteadOf: placed.insteadOf,
  }
}
