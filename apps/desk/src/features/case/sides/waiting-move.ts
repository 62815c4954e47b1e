import type { Case } from '@timedesk/contracts/cases'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'

import { takesNothing } from '../moves/move-draft.ts'

/** The move by which a case waits for a third party, where it is possible without being asked for anything. */
export function waitingMove({ can }: Case): StatusMove | undefined {
  return can.moveTo.find((move) => move.category === 'waiting_third_party' && takesNothing(move))
}
