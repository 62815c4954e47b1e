import type { ActorKind, EventPayload } from '@timedesk/contracts/events'
import type { CaseFacts } from '../conditions/facts.ts'
import type { CaseMoments } from './occurrence.ts'

/** From when to when a clock ran at all, and when it passes its target. */
export type ClockSpan = { startedAt: Date; stoppedAt: Date | null; dueAt: Date | null }

type Told = { at: Date; actorKind: ActorKind; payload: EventPayload; after: CaseFacts }
type Spoken = Pick<CaseMoments, 'lastContactReplyAt' | 'lastStaffReplyAt'>

/** What time rules count from after each event of a log, whose first is the creation. */
export function momentsAfter(steps: readonly Told[], clocks: readonly ClockSpan[]): CaseMoments[] {
  const [first] = steps
  if (first === undefined) return []
  let statusSince = first.at
  let spoken: Spoken = { lastContactReplyAt: null, lastStaffReplyAt: null }
  return steps.map(({ at, actorKind, payload, after }) => {
    if (payload.type === 'case.status_changed') statusSince = at
    if (payload.type === 'case.created' || payload.type === 'reply.posted') spoken = spokenBy(actorKind, spoken, at)
    return { category: after.category, createdAt: first.at, statusSince, ...spoken, dueAt: dueAt(clocks, at) }
  })
}

/** Who opens a case has spoken too; the product itself says nothing that waits for an answer. */
function spokenBy(actorKind: ActorKind, spoken: Spoken, at: Date): Spoken {
  if (actorKind === 'contact') return { ...spoken, lastContactReplyAt: at }
  return actorKind === 'employee' || actorKind === 'token' ? { ...spoken, lastStaffReplyAt: at } : spoken
}

function dueAt(clocks: readonly ClockSpan[], at: Date): Date | null {
  const due = clocks.flatMap((clock) => (runsAt(clock, at) && clock.dueAt !== null ? [clock.dueAt] : []))
  return due.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
}

function runsAt({ startedAt, stoppedAt }: ClockSpan, at: Date): boolean {
  return startedAt <= at && (stoppedAt === null || at < stoppedAt)
}
