import type { Transition, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import type { StatusCategory } from '@timedesk/domain/helpdesk/status'
import type { DemoWorkflow } from '../desk-shape.ts'
import { fieldId } from '../fields/custom-fields.ts'
import { instantOf } from '../present.ts'
import type { Present } from '../present.ts'
import { CHANGE_WORKFLOW_ID } from '../settings.ts'
import { employeeId } from '../staff.ts'
import type { EmployeeKey } from '../staff.ts'
import { statusId } from './statuses.ts'
import type { StatusKey } from './statuses.ts'

/** The one that every installation begins with. */
export const STANDARD_WORKFLOW_ID = '00000000-0000-7000-8000-000000000041'

const WARN_SOLVED_DAYS = 5
const CLOSE_SOLVED_DAYS = 7
const WARN_WAITING_DAYS = 10
const SOLVE_WAITING_DAYS = 14
const REOPEN_DAYS = 30
/** What the contact of a silent case is told, and when the case moves. */
export const silence = {
  solved: { warnAfterDays: WARN_SOLVED_DAYS, moveAfterDays: CLOSE_SOLVED_DAYS, to: 'closed' },
  waiting_customer: { warnAfterDays: WARN_WAITING_DAYS, moveAfterDays: SOLVE_WAITING_DAYS, to: 'solved' },
} as const

type Terms = Partial<Omit<Transition, 'fromId' | 'toId'>>
type Move = readonly [from: StatusKey, to: StatusKey, terms?: Terms]

const staffAndContact: Transition['who'] = ['agent', 'lead', 'finance', 'manager', 'administrator', 'contact']
const work = ['open', 'waiting_customer', 'waiting_third_party', 'solved', 'cancelled'] as const
const contactMoves: Partial<Record<StatusCategory, readonly StatusCategory[]>> = {
  new: ['solved'],
  open: ['solved'],
  waiting_customer: ['solved'],
  waiting_third_party: ['solved'],
  solved: ['open', 'closed'],
}
const standardMoves: Move[] = [
  ...(['new', 'open', 'waiting_customer', 'waiting_third_party'] as const).flatMap((from) =>
    work.filter((to) => to !== from).map((to): Move => [from, to]),
  ),
  ['solved', 'open'],
  ['solved', 'closed'],
  ['solved', 'cancelled'],
  ['closed', 'open'],
  ['cancelled', 'open'],
]

function transition([from, to, terms]: Move): Transition {
  const isContacts = contactMoves[from as StatusCategory]?.includes(to as StatusCategory) === true
  return {
    fromId: statusId(from),
    toId: statusId(to),
    who: isContacts ? staffAndContact : [],
    requires: [],
    gates: [],
    ...terms,
  }
}

/** What was worked on is told when it is solved, and paid for when it is closed. */
function gated(move: Move): Move {
  const [from, to] = move
  if (to === 'solved' && (from === 'new' || from === 'open')) return [from, to, { gates: ['resolution'] }]
  return to === 'closed' ? [from, to, { gates: ['time_registered'] }] : move
}

function definitionOf(statuses: readonly StatusKey[], moves: readonly Move[], isSilent: boolean): WorkflowDefinition {
  return {
    statusIds: statuses.map(statusId),
    transitions: moves.map(transition),
    silence: !isSilent
      ? []
      : (['solved', 'waiting_customer'] as const).map((key) => {
          const { to, ...days } = silence[key]
          return { statusId: statusId(key), ...days, toId: statusId(to) }
        }),
    reopenDays: REOPEN_DAYS,
  }
}

const standardStatuses: StatusKey[] = [
  'new',
  'open',
  'waiting_customer',
  'waiting_third_party',
  'solved',
  'closed',
  'cancelled',
]
const changeStatuses: StatusKey[] = ['new', 'open', 'approval', 'approved', 'test', ...standardStatuses.slice(2)]

/** A change is approved by a lead or a manager before anybody works on it, and tested before it is solved. */
function changeMoves(isChecked: boolean): Move[] {
  const done: Terms = { gates: isChecked ? ['resolution', 'checklist_done'] : ['resolution'] }
  const direct = standardMoves.filter(([from, to]) => !(to === 'solved' && from === 'open')).map(gated)
  const aside = (['approval', 'approved', 'test'] as const).flatMap((from): Move[] => [
    [from, 'open'],
    [from, 'waiting_customer'],
    [from, 'waiting_third_party'],
    [from, 'cancelled', { requires: ['reason'] }],
  ])
  return [
    ...direct,
    ['open', 'approval'],
    ['open', 'approved', { who: ['lead', 'manager', 'administrator'] }],
    [
      'approval',
      'approved',
      { who: ['lead', 'manager', 'administrator'], ...(isChecked && { requires: [`field:${fieldId('approver')}`] }) },
    ],
    ['approved', 'test'],
    ['approved', 'solved', done],
    ['open', 'solved', done],
    ['test', 'solved', done],
    ['test', 'approved'],
    ...aside,
  ]
}

type Saved = [number: 1 | 2, definition: WorkflowDefinition, comment: string, by: EmployeeKey, daysAgo: number | null]

/** What is for changes as it was first and has been for some months; the standard one as it is from this moment on. */
export function workflowsAt(present: Present): DemoWorkflow[] {
  const versionOf = ([number, definition, comment, by, daysAgo]: Saved) => ({
    number,
    definition,
    comment,
    savedAt: daysAgo === null ? present.now : instantOf(present.workdayAgo(daysAgo), '10:15'),
    savedById: employeeId(by),
  })
  const gates = 'A resolution before a case is solved, time before it is closed. Silent cases move by themselves.'
  const standard: Saved = [2, definitionOf(standardStatuses, standardMoves.map(gated), true), gates, 'admin', null]
  const first: Saved = [
    1,
    definitionOf(changeStatuses, changeMoves(false), true),
    'Changes are approved by a lead or a manager before they are built.',
    'jonas',
    394,
  ]
  const checked: Saved = [
    2,
    definitionOf(changeStatuses, changeMoves(true), true),
    'The checklist has to be done before a change is solved, and somebody has to stand for the approval.',
    'admin',
    120,
  ]
  return [
    { id: STANDARD_WORKFLOW_ID, name: 'Standard', isDefault: true, versions: [versionOf(standard)] },
    { id: CHANGE_WORKFLOW_ID, name: 'Changes', isDefault: false, versions: [versionOf(first), versionOf(checked)] },
  ]
}
