import type { ActorKind, EventPayload, EventType } from '@timedesk/contracts/events'

/** `notify` writes in-app notices and mail for the counterpart; `consent` carries out what a contact decided on
 * overage; `automate` asks the event rules; `arrange` does what follows from a contact's deeds and may not be done in a
 * contact's name (dispatch, service policy, clocks), and carries out escalations. */
export type Consumer = 'notify' | 'consent' | 'automate' | 'arrange'

/** Who hears of what. A new event type does not compile until it has a line here. */
const consumers = {
  'case.created': ['notify', 'automate'],
  'case.changed': ['automate'],
  'case.dispatched': ['notify', 'automate'],
  'case.status_changed': ['notify', 'automate'],
  'case.logged': [],
  'reply.posted': ['notify', 'automate'],
  'note.written': ['notify'],
  'time.registered': [],
  'time.changed': [],
  'time.removed': [],
  'time.corrected': [],
  'time.correction_decided': [],
  'overage.decided': [],
  'week.moved': [],
  'period.locked': [],
  'period.reopened': [],
  'cost.changed': [],
  'customer.created': [],
  'customer.changed': [],
  'contact.created': [],
  'contact.changed': [],
  'contact.invited': [],
  'employee.created': [],
  'employee.changed': [],
  'employee.invited': [],
  'department.created': [],
  'department.changed': [],
  'project.created': [],
  'project.changed': [],
  'agreement.created': [],
  'agreement.changed': [],
  'agreement.terminated': [],
  'agreement.termination_withdrawn': [],
  'agreement.renewed': [],
  'agreement.ended': [],
  'agreement.warned': [],
  'voucher.sold': [],
  'voucher.moved': [],
  'subscription.line_added': [],
  'subscription.line_changed': [],
  'subscription.price_changed': [],
  'subscription.period_charged': [],
  'potential.marked': [],
  'potential.released': [],
  'invoice.drafted': [],
  'invoice.changed': [],
  'invoice.line_added': [],
  'invoice.line_changed': [],
  'invoice.line_removed': [],
  'invoice.deleted': [],
  'invoice.posted': [],
  'invoice.sent': [],
  'invoice.reminded': [],
  'invoice.credited': [],
  'payment.recorded': [],
  'payment.reversed': [],
  'run.planned': [],
  'run.committed': [],
  'run.cancelled': [],
  'run.finished': [],
  'time.questioned': ['notify'],
  'time.question_answered': ['notify'],
  'overage.consented': ['consent'],
  'voucher.ordered': ['notify'],
  'voucher.order_decided': ['notify'],
  'case.gate_overridden': [],
  'case.close_warned': ['notify'],
  'case.linked': [],
  'case.unlinked': [],
  'case.policy_applied': [],
  'case.deadline_set': [],
  'clock.warned': ['notify', 'automate', 'arrange'],
  'clock.breached': ['notify', 'automate', 'arrange'],
  'checklist.item_added': [],
  'checklist.item_changed': [],
  'checklist.item_removed': [],
  'checklist.item_ticked': [],
  'checklist.applied': [],
  'rule.ran': ['notify'],
  'macro.ran': [],
  'absence.recorded': [],
  'absence.changed': [],
  'absence.removed': [],
  'absence.handed_over': [],
  'workflow.saved': [],
  'setting.created': [],
  'setting.changed': [],
  'session.started': [],
  'session.ended': [],
  'password.changed': [],
  'token.created': [],
  'token.revoked': [],
  'import.started': [],
  'import.finished': [],
} as const satisfies Record<EventType, readonly Consumer[]>

const arranged: ReadonlySet<EventType> = new Set<EventType>(['case.created', 'case.status_changed', 'reply.posted'])

/** The consumers that get a delivery of an event of this type, done by somebody of that kind. */
export function consumersOf(type: EventType, actorKind: ActorKind): readonly Consumer[] {
  return actorKind === 'contact' && arranged.has(type) ? ['arrange', ...consumers[type]] : consumers[type]
}

const publicTypes: ReadonlySet<EventType> = new Set<EventType>([
  'case.created',
  'case.status_changed',
  'reply.posted',
  'case.close_warned',
])

/** Whether no contact may ever see the event. Dispatch, notes, time and administration stay inside. */
export function isInternalEvent(payload: EventPayload): boolean {
  if (payload.type === 'case.changed') return !payload.isPublic
  return !publicTypes.has(payload.type)
}
