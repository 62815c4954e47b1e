import type { RuleAction, RuleTrigger } from '@timedesk/contracts/automation-rules'
import type { Condition } from '@timedesk/contracts/conditions'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** A rule as it is stored. */
export type StoredRule = {
  id: string
  name: string
  trigger: RuleTrigger
  conditions: Condition[]
  actions: RuleAction[]
  stopsAfter: boolean
  position: number
  isActive: boolean
  /** Times that had passed before are none of its. */
  activeSince: Date
  /** Up to when a time rule has been asked. */
  askedUntil: Date
  version: number
}

export const ruleColumns = Prisma.sql`r.id, r.name, r.trigger, r.conditions, r.actions, r.stops_after AS "stopsAfter", r.position,
  r.is_active AS "isActive", r.active_since AS "activeSince", r.asked_until AS "askedUntil", r.version`

/** The active rules of a kind, in the order in which they are asked. */
export async function findActiveRules(reader: Reader, kind: RuleTrigger['kind']): Promise<StoredRule[]> {
  return reader.rows<StoredRule>(Prisma.sql`SELECT ${ruleColumns} FROM automation_rule r
    WHERE r.kind = ${kind} AND r.is_active ORDER BY r.position, r.name`)
}
