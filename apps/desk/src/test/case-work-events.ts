import type { EventPayload, EventType } from '@timedesk/contracts/events'

const ID = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const AT = '2026-05-22T10:30:00.000Z'

type CaseWork = Extract<
  EventType,
  | 'case.gate_overridden'
  | 'case.close_warned'
  | 'case.linked'
  | 'case.unlinked'
  | 'case.policy_applied'
  | 'case.deadline_set'
  | `clock.${string}`
  | `checklist.${string}`
  | `absence.${string}`
  | 'rule.ran'
  | 'macro.ran'
  | 'workflow.saved'
>

const mark = {
  clock: 'first_response',
  cycle: 1,
  dueAt: AT,
  policy: 'Gold',
  ownerId: ID,
  ownerName: 'Mette Holm',
  departmentName: 'Support',
  employeeIds: [ID],
  departmentIds: [],
} as const

/** One of each kind of event of workflow, clocks, checklists, links and rules. */
export const caseWorkEvents: { [Type in CaseWork]: Extract<EventPayload, { type: Type }> } = {
  'case.gate_overridden': {
    type: 'case.gate_overridden',
    to: 'Closed',
    gates: ['checklist_done', 'time_registered'],
    reason: 'Done by phone',
  },
  'case.close_warned': { type: 'case.close_warned', movesAt: AT, to: 'Closed', toId: ID, toCategory: 'closed' },
  'case.linked': { type: 'case.linked', kind: 'parent', role: 'parent', number: 1042, subject: 'Printer' },
  'case.unlinked': { type: 'case.unlinked', kind: 'follow_up', role: 'later', number: 1042 },
  'case.policy_applied': {
    type: 'case.policy_applied',
    policyId: ID,
    policy: 'Gold',
    policyVersion: 2,
    why: 'agreement',
    cause: 'created',
    calendarId: ID,
    calendar: 'Weekdays 8–16',
    priority: 'High',
    targets: { firstResponse: 60, nextResponse: null, resolution: 480 },
    warnAt: [50, 75, 90],
    keepsDue: false,
  },
  'case.deadline_set': { type: 'case.deadline_set', from: null, to: AT, reason: 'Promised on the phone' },
  'clock.warned': { type: 'clock.warned', ...mark, share: 75, employeeIds: [ID], departmentIds: [] },
  'clock.breached': { type: 'clock.breached', ...mark, share: 100, employeeIds: [ID], departmentIds: [ID] },
  'checklist.item_added': { type: 'checklist.item_added', text: 'Take a backup', isRequired: true },
  'checklist.item_changed': { type: 'checklist.item_changed', text: 'Take a backup', isRequired: false },
  'checklist.item_removed': { type: 'checklist.item_removed', text: 'Take a backup' },
  'checklist.item_ticked': { type: 'checklist.item_ticked', text: 'Take a backup', isDone: true },
  'checklist.applied': { type: 'checklist.applied', name: 'New server', items: 7 },
  'absence.recorded': {
    type: 'absence.recorded',
    name: 'Mette Holm',
    from: '2026-07-06',
    to: '2026-07-24',
    delegate: 'Jonas Lind',
  },
  'absence.changed': {
    type: 'absence.changed',
    name: 'Mette Holm',
    from: '2026-07-06',
    to: '2026-07-24',
    delegate: null,
  },
  'absence.removed': { type: 'absence.removed', name: 'Mette Holm', from: '2026-07-06', to: '2026-07-24' },
  'absence.handed_over': { type: 'absence.handed_over', name: 'Mette Holm', delegate: 'Jonas Lind', cases: 4 },
  'rule.ran': {
    type: 'rule.ran',
    ruleId: ID,
    rule: 'Urgent words',
    runId: ID,
    actions: [
      { action: 'priority', value: 'High' },
      { action: 'tag', value: 'outage' },
    ],
    refusal: null,
  },
  'macro.ran': { type: 'macro.ran', macro: 'Ask for the version' },
  'workflow.saved': { type: 'workflow.saved', name: 'Standard', number: 3, comment: 'With approval', moved: 4 },
}
