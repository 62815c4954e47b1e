import type { PoolKind, PoolUnit } from '@timedesk/contracts/rating'

/**
 * Prepaid units that cover draws from: those of a voucher, or the quota of a period of a subscription.
 * Units are minutes, cases or minor units of money; days are `YYYY-MM-DD` and inclusive.
 */
export type Pool = {
  id: string
  agreementId: string
  kind: PoolKind
  /** What people call it, such as `V-12` or `2026-02`. */
  name: string
  unit: PoolUnit
  validFrom: string
  expiresOn: string | null
  /** Of a quota that rolls over: the last day of its own period, and what work after it may draw at most (R38). */
  ownUntil: string | null
  carryMax: number | null
  /** The last resort of the order among pools (R18): the voucher's number, or the plan line's position. */
  order: number
  balance: number
  /** Minor units that were paid and not earned yet; zero for a quota. */
  liability: number
  /** Balance and liability after the last movement other than a draw: draws earn their share of these (R24). */
  baseUnits: number
  baseLiability: number
}
