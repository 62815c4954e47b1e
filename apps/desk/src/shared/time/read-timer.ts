import { getTimer } from '@timedesk/contracts/timer'

import { client } from '../client.ts'

/** The timer of this person; null while none runs. */
export async function readTimer(signal: AbortSignal) {
  return (await client.call(getTimer, { signal })).timer
}
