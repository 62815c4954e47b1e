import type { Transition, TransitionParty, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import type { Mover } from '../src/workflow/may-make.ts'
import { statusCategories } from '../src/helpdesk/status.ts'
import type { CaseStatus, StatusCategory } from '../src/helpdesk/status.ts'
import { workflowOf } from '../src/workflow/workflow.ts'
import type { Workflow } from '../src/workflow/workflow.ts'

/** One status of each category, named after it. */
export function standardStatus(category: StatusCategory): CaseStatus {
  return { id: `id of ${category}`, name: `Name of ${category}`, category }
}

export const standardStatuses = statusCategories.map(standardStatus)

export const agent: Mover = { kind: 'staff', role: 'agent', isResponsible: false }
export const contact: Mover = { kind: 'contact' }
export const system: Mover = { kind: 'system' }

const work = ['open', 'waiting_customer', 'waiting_third_party', 'solved', 'cancelled'] as const

/** R82: where staff moves a case of each category. */
export const staffMoves: Record<StatusCategory, readonly StatusCategory[]> = {
  new: work,
  open: work.filter((to) => to !== 'open'),
  waiting_customer: work.filter((to) => to !== 'waiting_customer'),
  waiting_third_party: work.filter((to) => to !== 'waiting_third_party'),
  solved: ['open', 'closed', 'cancelled'],
  closed: ['open'],
  cancelled: ['open'],
}

/** R82: a contact may call its case solved, confirm the solution, or say that it is none. */
export const contactMoves: Record<StatusCategory, readonly StatusCategory[]> = {
  new: ['solved'],
  open: ['solved'],
  waiting_customer: ['solved'],
  waiting_third_party: ['solved'],
  solved: ['open', 'closed'],
  closed: [],
  cancelled: [],
}

const everybody: TransitionParty[] = ['agent', 'lead', 'finance', 'manager', 'administrator', 'contact']

/** A move that asks for nothing, for any staff. */
export function move(from: string, to: string, terms: Partial<Transition> = {}): Transition {
  return { fromId: `id of ${from}`, toId: `id of ${to}`, who: [], requires: [], gates: [], ...terms }
}

/** What every installation begins with. */
export const standardDefinition: WorkflowDefinition = {
  statusIds: standardStatuses.map(({ id }) => id),
  transitions: statusCategories.flatMap((from) =>
    staffMoves[from].map((to) => move(from, to, { who: contactMoves[from].includes(to) ? everybody : [] })),
  ),
  silence: [],
  reopenDays: 30,
}

/** The standard workflow with some of it said otherwise, and with further statuses if wanted. */
export function standardWorkflow(changes: Partial<WorkflowDefinition> = {}, more: CaseStatus[] = []): Workflow {
  return workflowOf({ ...standardDefinition, ...changes }, [...standardStatuses, ...more])
}
