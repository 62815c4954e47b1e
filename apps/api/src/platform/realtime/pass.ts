import type { PassingType } from '@timedesk/contracts/live'
import type { WrittenEvent } from '../context.ts'

type Passing = {
  caseId?: string | null
  /** The one employee who is told; left out: all of staff. */
  employeeId?: string
  /** The bulk action or the device that it is about. */
  aboutId?: string
}

/**
 * Tells staff of something that no event keeps, such as who is looking at a case. It goes the way of events: announced
 * once the transaction is committed, in every process, and not at all when it is rolled back. Contacts never hear it.
 */
export function pass(
  { written, newId }: { written: WrittenEvent[]; newId: () => string },
  type: PassingType,
  { caseId = null, employeeId, aboutId }: Passing,
): void {
  const passing = { employeeId: employeeId ?? null, aboutId: aboutId ?? null }
  written.push({ id: newId(), type, caseId, customerId: null, isInternal: true, passing })
}
