import type { PoolUnit } from '@timedesk/contracts/rating'
import type { BillingPeriod } from '@timedesk/contracts/subscriptions'

import type { TermsDraft } from '../terms-draft.ts'

type PerHour = { minutes: number; billable: number; amount: number | null }
type Draw = { minutes: number; billable: number; units: number; of: number; unit: PoolUnit }

/** One thing that the terms mean in money, as a fact. Amounts in minor units, factors in thousandths. */
export type Example =
  /** Work that is charged by the hour; `who` is a price class that makes a difference. */
  | ({ kind: 'work'; who: string | null } & PerHour)
  | { kind: 'together'; scope: TermsDraft['roundingScope']; worked: number[]; billable: number; amount: number | null }
  | {
      kind: 'clock'
      when: 'weekday' | 'weekend' | 'holiday'
      day: string
      name: string | null
      from: string
      to: string
      parts: { minutes: number; factorPermille: number }[]
      isSuggested: boolean
      /** Null where it is drawn from prepaid units. */
      amount: number | null
      units: number | null
      unit: PoolUnit
    }
  | { kind: 'unit_price'; unit: 'minutes' | 'cases' | 'money'; price: number; of: number }
  /** Work that takes prepaid units. */
  | ({ kind: 'draw'; who: string | null; pool: 'voucher' | 'quota' } & Draw)
  | {
      kind: 'charge'
      line: string
      first: { amount: number; chargedDays: number; wholeDays: number; dueOn: string }
      /** Null when it ends with its first period. */
      then: { amount: number; period: BillingPeriod } | null
    }
  | { kind: 'quota'; unit: PoolUnit; units: number; period: BillingPeriod; hourPrice: number | null }
  | { kind: 'rollover'; unit: 'minutes' | 'cases'; periods: number; period: BillingPeriod; max: number | null }
  | { kind: 'overage'; minutes: number; amount: number | null; policy: TermsDraft['overagePolicy'] }
  | { kind: 'not_billable' }
