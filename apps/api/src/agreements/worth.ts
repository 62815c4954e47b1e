import { priceText } from '../platform/read-rate.ts'
import type { CustomerGround } from './customer-ground.ts'

/** What an entry is worth and who pays, in words that read alone. */
export type Worth = { billableMinutes: number | null; amount: string | null; cover: string[] }

type Names = ReadonlyMap<string, string>

type Rated = {
  billableMinutes: number | null
  amount: number | null
  currency: string | null
  pieces: readonly { poolId: string | null; agreementId: string | null }[]
}

/** What pools and agreements are called. */
export function namesOf({ pools, agreements }: Pick<CustomerGround, 'pools' | 'agreements'>): Names {
  return new Map([
    ...pools.map(({ id, name }) => [id, name] as const),
    ...agreements.map(({ id, heading }) => [id, heading] as const),
  ])
}

export function worthOf({ billableMinutes, amount, currency, pieces }: Rated, names: Names): Worth {
  const payers = pieces.flatMap(({ poolId, agreementId }) => names.get(poolId ?? agreementId ?? '') ?? [])
  return {
    billableMinutes,
    amount: currency === null ? null : priceText(amount, currency),
    cover: [...new Set(payers)],
  }
}
