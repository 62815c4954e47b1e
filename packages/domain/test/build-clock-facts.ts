import type { AppliedPolicy, ClockFact, ClockTargets } from '../src/clocks/facts.ts'
import { isPaused, type StatusCategory } from '../src/helpdesk/status.ts'

const jonas = { kind: 'employee', id: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d', name: 'Jonas' } as const
const anna = { kind: 'contact', id: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3e', name: 'Anna' } as const

/** Four hours to answer, eight for a further answer and sixteen to solve, in office hours. */
export function buildPolicy(
  given: Partial<Omit<AppliedPolicy, 'targets'>> & { targets?: Partial<ClockTargets> } = {},
): AppliedPolicy {
  const { targets, ...rest } = given
  return {
    ...{ policyId: 'gold', name: 'Gold', version: 1, why: 'general', priority: 'High', keepsDue: false },
    ...{ calendarId: 'office', calendarName: 'Weekdays 8–16', shares: [50, 75, 90] },
    ...rest,
    targets: { first_response: 240, next_response: 480, resolution: 960, ...targets },
  }
}

const staff = (at: string) => ({ at: new Date(at), actor: jonas })
const contact = (at: string) => ({ at: new Date(at), actor: anna })

/** Facts in words; times are texts with their offset. */
export const told = {
  created: (at: string): ClockFact => ({ ...contact(at), kind: 'created' }),
  policy: (at: string, policy = buildPolicy()): ClockFact => ({ ...staff(at), kind: 'policy', policy }),
  status: (at: string, category: StatusCategory, pauses = isPaused(category)): ClockFact => ({
    ...staff(at),
    ...{ kind: 'status', status: category, category, pauses, reason: null },
  }),
  reply: (at: string): ClockFact => ({ ...staff(at), kind: 'reply', by: 'staff' }),
  post: (at: string): ClockFact => ({ ...contact(at), kind: 'reply', by: 'contact' }),
  deadline: (at: string, to: string | null): ClockFact => ({
    ...staff(at),
    ...{ kind: 'deadline', to: to === null ? null : new Date(to), reason: 'Agreed with Anna.' },
  }),
  owner: (at: string, responsibleName: string): ClockFact => ({
    ...staff(at),
    kind: 'owner',
    owner: { responsibleId: null, responsibleName, departmentId: null, departmentName: 'Support' },
  }),
}
