import { Refusal } from '@timedesk/contracts/refusal'
import { sqlStateOf } from '../platform/db/sql-state.ts'

const EXCLUSION_VIOLATION = '23P01'

/** Runs `work`, and refuses with `agreement_exists` two active agreements on time spent that would both be for all work of a day. */
export async function refuseOverlap<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw sqlStateOf(error) === EXCLUSION_VIOLATION ? new Refusal('agreement_exists') : error
  }
}
