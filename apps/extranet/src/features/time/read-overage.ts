import { extranetListOverage } from '@timedesk/contracts/time-questions'
import { client } from '../../shared/client.ts'

const OVERAGE_MAX = 20

export async function readOverage(signal: AbortSignal) {
  return (await client.call(extranetListOverage, { query: { limit: OVERAGE_MAX }, signal })).data
}
