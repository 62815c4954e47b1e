import { permissionsOfRole } from '@timedesk/contracts/access'
import type { StaffRole } from '@timedesk/contracts/access'
import type { Transition, TransitionParty } from '@timedesk/contracts/workflow-definition'
import type { StatusCategory } from '../helpdesk/status.ts'

/** Who moves a case. A token moves it as its owner; the system is a job or a rule. */
export type Mover =
  { kind: 'staff'; role: StaffRole; isResponsible: boolean } | { kind: 'contact' } | { kind: 'system' }

/** Whether a transition is this mover's to make. The system makes every one; nobody's `who` limits it. */
export function mayMake({ who }: Pick<Transition, 'who'>, mover: Mover): boolean {
  switch (mover.kind) {
    case 'system':
      return true
    case 'contact':
      return who.includes('contact')
    case 'staff':
      return who.length === 0 || who.includes(mover.role) || (mover.isResponsible && who.includes('responsible'))
  }
}

/** Whether any staff may make it: one for `contact` alone is the customer's, and some roles never work on cases. */
export function isForStaff({ who }: Pick<Transition, 'who'>): boolean {
  return who.length === 0 || who.some(worksOnCases)
}

function worksOnCases(party: TransitionParty): boolean {
  if (party === 'contact') return false
  return party === 'responsible' || permissionsOfRole[party].includes('case:write')
}

/**
 * Whether a contact can ever make a move between two categories: calling its case solved, and saying of a solved one
 * that it is not, or that it is done with. Whatever else has ended is taken up again by answering (R78).
 */
export function isForContact(from: StatusCategory, to: StatusCategory): boolean {
  return from === 'solved' ? to === 'open' || to === 'closed' : to === 'solved'
}
