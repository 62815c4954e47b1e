import type { ActorKind, EventPayload } from '@timedesk/contracts/events'
import { isPaused } from '../helpdesk/status.ts'
import type { ClockActor, ClockFact } from './facts.ts'

/** An event of a case's log as it is stored. */
export type StoredEvent = {
  at: Date
  actorKind: ActorKind
  actorId: string | null
  actorName: string
  payload: EventPayload
}

/** The types of events that facts come from; what reads a log for its clocks need read no others. */
export const clockEventTypes = [
  'case.created',
  'case.status_changed',
  'case.dispatched',
  'case.policy_applied',
  'case.deadline_set',
  'case.changed',
  'case.logged',
  'reply.posted',
  'clock.warned',
  'clock.breached',
] as const satisfies readonly EventPayload['type'][]

/** The facts of a log, in its order. Events that were stored before a field existed say it by what they do have. */
export function factsOf(events: readonly StoredEvent[]): ClockFact[] {
  return events.flatMap((event) => {
    const { at, actorKind, actorId, actorName } = event
    const actor = { kind: actorKind, id: actorId, name: actorName }
    return told(event.payload, actor).map((fact) => ({ at, actor, ...fact }))
  })
}

type Told = ClockFact extends infer Fact ? (Fact extends ClockFact ? Omit<Fact, 'at' | 'actor'> : never) : never

function told(payload: EventPayload, actor: ClockActor): Told[] {
  switch (payload.type) {
    case 'case.created':
      return [{ kind: 'created' }]
    case 'case.status_changed': {
      const { to: status, toCategory: category, pauses, reason, cause } = payload
      const fact = {
        kind: 'status',
        status,
        category,
        pauses: pauses ?? isPaused(category),
        reason: reason ?? null,
      } as const
      return [cause === 'merge' ? { ...fact, isMerge: true } : fact]
    }
    case 'reply.posted':
      return actor.kind === 'system' ? [] : [{ kind: 'reply', by: actor.kind === 'contact' ? 'contact' : 'staff' }]
    case 'case.logged':
      return payload.answersCustomer === true ? [{ kind: 'reply', by: 'staff' }] : []
    case 'case.policy_applied':
      return [toldPolicy(payload)]
    case 'case.deadline_set':
      return [{ kind: 'deadline', to: momentOf(payload.to), reason: payload.reason }]
    case 'case.changed':
      return payload.changes
        .filter(({ field }) => field === 'deadline')
        .map(({ to }) => ({ kind: 'deadline', to: momentOf(to), reason: null }))
    case 'case.dispatched': {
      const { toResponsibleId, toResponsible, toDepartmentId, toDepartment } = payload
      const responsible = { responsibleId: toResponsibleId, responsibleName: toResponsible }
      return [{ kind: 'owner', owner: { ...responsible, departmentId: toDepartmentId, departmentName: toDepartment } }]
    }
    case 'clock.warned':
    case 'clock.breached': {
      const { clock, cycle, share, dueAt, ownerId, ownerName, departmentName } = payload
      const owner = { responsibleId: ownerId, responsibleName: ownerName, departmentName }
      return [{ kind: 'mark', clock, cycle, share, dueAt: momentOf(dueAt), owner }]
    }
    default:
      return []
  }
}

function toldPolicy(payload: Extract<EventPayload, { type: 'case.policy_applied' }>): Told {
  const { policyId, policy: name, policyVersion: version, why, calendarId, calendar, priority, keepsDue } = payload
  const { firstResponse, nextResponse, resolution } = payload.targets
  return {
    kind: 'policy',
    policy: {
      ...{ policyId, name, version, why, calendarId, calendarName: calendar, priority, keepsDue },
      targets: { first_response: firstResponse, next_response: nextResponse, resolution },
      shares: payload.warnAt,
    },
  }
}

/** Moments are told as ISO texts. */
function momentOf(text: string | null): Date | null {
  const at = new Date(text ?? Number.NaN)
  return Number.isNaN(at.getTime()) ? null : at
}
