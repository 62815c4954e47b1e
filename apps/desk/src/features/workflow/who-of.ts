import { StaffRole } from '@timedesk/contracts/access'
import type { TransitionParty } from '@timedesk/contracts/workflow-definition'

/** Who may make a move, as a person is asked for it: which staff, and whether the customer may too. */
export type Who = {
  staff: 'anyone' | 'some' | 'nobody'
  /** Roles and the person responsible; counts where only some may. */
  parties: TransitionParty[]
  contact: boolean
}

/** The parties of a move in those terms. All roles together are anyone. */
export function whoOf(parties: readonly TransitionParty[]): Who {
  const staff = parties.filter((party) => party !== 'contact')
  const contact = parties.includes('contact')
  if (parties.length === 0) return { staff: 'anyone', parties: [], contact: false }
  if (staff.length === 0) return { staff: 'nobody', parties: [], contact: true }
  if (StaffRole.options.every((role) => staff.includes(role))) return { staff: 'anyone', parties: [], contact }
  return { staff: 'some', parties: staff, contact }
}

/** The parties that the API takes. Nobody at all is anyone, which is what no parties mean. */
export function partiesOf({ staff, parties, contact }: Who): TransitionParty[] {
  const both = (members: readonly TransitionParty[]): TransitionParty[] => [
    ...members,
    ...(contact ? ['contact' as const] : []),
  ]
  if (staff === 'nobody') return both([])
  if (staff === 'some') return both(parties)
  return contact ? both(StaffRole.options) : []
}
