import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { Zone } from '@timedesk/domain/time/zone'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'

/** What the conditions of a query go by: who asks, when, and where the days of that moment begin. */
export type ConditionGround = {
  reader: Reader
  actor: StaffActor
  now: Date
  zone: Zone
  fields: readonly CustomField[]
}
