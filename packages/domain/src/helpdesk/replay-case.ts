import { applyStatus } from './decide-status-change.ts'
import type { CaseParty, StatusChanged } from './decide-status-change.ts'
import { momentsOfReply, opensCase } from './decide-reply.ts'
import type { ReplyProgress } from './decide-reply.ts'
import type { CaseStatus, StatusCategory } from './status.ts'

/** Who did it, as the source names the person; null is the system. */
export type HistoryActor = {
  kind: CaseParty
  name: string
}

/** One thing that happened. `line` orders what happened at the same moment. */
export type HistoryEntry = { at: Date; line: number; actor: HistoryActor | null } & HistoryFact

export type HistoryFact =
  | ({ kind: 'created'; status: CaseStatus; fields: CaseFields } & Holder)
  | { kind: 'status'; to: CaseStatus; reason?: string }
  | { kind: 'assigned'; to: string | null; onlyIfNone?: boolean }
  | { kind: 'department'; to: string | null }
  | { kind: 'field'; field: string; to: string | null }
  | { kind: 'reply'; text: string }
  | { kind: 'note'; text: string }
  /** What another system did, in its own words. `answersCustomer` stops the first-response clock. */
  | { kind: 'activity'; activity: string; text: string | null; answersCustomer: boolean }

/** Priority, type, product and the like, by name. */
export type CaseFields = Readonly<Record<string, string | null>>

/** Who has the case, by name; null where the history does not say. */
export type Holder = {
  department: string | null
  responsible: string | null
}

/** The events of the log, as far as a history knows them: whoever stores them adds ids, number and subject. */
export type ReplayedPayload =
  | { type: 'case.created' }
  | StatusChanged
  | {
      type: 'case.dispatched'
      rule: 'imported'
      fromDepartment: string | null
      toDepartment: string | null
      fromResponsible: string | null
      toResponsible: string | null
    }
  | { type: 'case.changed'; changes: { field: string; from: string | null; to: string | null }[] }
  | { type: 'case.logged'; activity: string; fields: Record<string, string>; answersCustomer?: true }
  | { type: 'reply.posted'; text: string; isFirst: boolean }
  | { type: 'note.written'; text: string }

export type ReplayedEvent = {
  at: Date
  line: number
  actor: HistoryActor | null
  payload: ReplayedPayload
}

export type StatusInterval = {
  status: CaseStatus
  from: Date
  /** Null while it lasts. */
  to: Date | null
}

export type ReplayedCase = {
  createdAt: Date
  createdBy: HistoryActor | null
  fields: CaseFields
} & ReplyProgress &
  Holder

export type Replay = {
  case: ReplayedCase
  events: ReplayedEvent[]
  /** One after the other without a gap, from creation on. */
  intervals: StatusInterval[]
}

/**
 * Folds the history of a case into what its row holds now, its events and its periods in each status.
 * Entries are taken by moment, then by line, then as given. History is told, not judged: any move of status is
 * taken as it happened. What happens before `created` is taken as if at its moment the case was there already.
 * `open` is the status that a reply leaves the case in when it puts it back on our desk.
 * Throws a RangeError when nothing was created, or twice.
 */
export function replayCase(history: readonly HistoryEntry[], { open }: { open: CaseStatus }): Replay {
  const entries = history.toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.line - other.line)
  const first = entries[0]
  const created = entries.filter((entry) => entry.kind === 'created')
  const creation = created[0]
  if (first === undefined || creation === undefined || created.length > 1) {
    throw new RangeError('A history has to create its case, and once')
  }

  const replay: Replay = begin(creation, first.at)
  for (const entry of entries) {
    if (entry.kind === 'created') continue
    const { changes, payloads } = tell(replay.case, entry, open)
    const before = replay.case.status.category
    replay.case = { ...replay.case, ...changes, ...(entry.kind !== 'note' && { lastActivityAt: entry.at }) }
    if (before !== replay.case.status.category) turnInterval(replay.intervals, replay.case.status, entry.at)
    for (const payload of payloads) replay.events.push({ at: entry.at, line: entry.line, actor: entry.actor, payload })
  }
  return replay
}

/** The periods in one of these categories, such as the waiting ones. */
export function intervalsIn(
  intervals: readonly StatusInterval[],
  categories: readonly StatusCategory[],
): StatusInterval[] {
  return intervals.filter(({ status }) => categories.includes(status.category))
}

type Entry<Kind extends HistoryEntry['kind']> = Extract<HistoryEntry, { kind: Kind }>
type Told = { changes: Partial<ReplayedCase>; payloads: ReplayedPayload[] }

function begin(creation: Entry<'created'>, at: Date): Replay {
  const { actor, line, status, department, responsible, fields } = creation
  const holder = { department, responsible }
  const payloads: ReplayedPayload[] = [{ type: 'case.created' }]
  if (department !== null || responsible !== null) {
    payloads.push(handedOn({ department: null, responsible: null }, holder))
  }
  return {
    case: {
      createdAt: at,
      createdBy: actor,
      status,
      solvedAt: null,
      closedAt: null,
      reopenedCount: 0,
      firstRepliedAt: null,
      lastStaffReplyAt: null,
      lastContactReplyAt: null,
      lastActivityAt: at,
      ...holder,
      fields,
    },
    events: payloads.map((payload) => ({ at, line, actor, payload })),
    intervals: [{ status, from: at, to: null }],
  }
}

function tell(before: ReplayedCase, entry: Exclude<HistoryEntry, { kind: 'created' }>, open: CaseStatus): Told {
  switch (entry.kind) {
    case 'status':
      return tellStatus(before, entry)
    case 'assigned':
      return entry.onlyIfNone === true && before.responsible !== null
        ? nothing()
        : handOn(before, { responsible: entry.to })
    case 'department':
      return handOn(before, { department: entry.to })
    case 'field':
      return tellField(before, entry)
    case 'reply':
      return tellReply(before, entry, open)
    case 'note':
      return changed({}, { type: 'note.written', text: entry.text })
    case 'activity': {
      const isAnswer = entry.answersCustomer && before.firstRepliedAt === null
      const fields: Record<string, string> = entry.text === null ? {} : { text: entry.text }
      const told = { type: 'case.logged', activity: entry.activity, fields } as const
      const payload: ReplayedPayload = entry.answersCustomer ? { ...told, answersCustomer: true } : told
      return changed(isAnswer ? { firstRepliedAt: entry.at } : {}, payload)
    }
  }
}

function tellStatus(before: ReplayedCase, { to, reason, at }: Entry<'status'>): Told {
  const { changes, events } = applyStatus(before, { to, now: at, ...(reason !== undefined && { reason }) })
  return { changes, payloads: events }
}

function handOn(before: ReplayedCase, to: Partial<Holder>): Told {
  const after = { department: before.department, responsible: before.responsible, ...to }
  if (after.department === before.department && after.responsible === before.responsible) return nothing()
  return changed(to, handedOn(before, after))
}

function handedOn(before: Holder, after: Holder): ReplayedPayload {
  return {
    type: 'case.dispatched',
    rule: 'imported',
    fromDepartment: before.department,
    toDepartment: after.department,
    fromResponsible: before.responsible,
    toResponsible: after.responsible,
  }
}

function tellField(before: ReplayedCase, { field, to }: Entry<'field'>): Told {
  const from = before.fields[field] ?? null
  if (from === to) return nothing()
  return changed(
    { fields: { ...before.fields, [field]: to } },
    { type: 'case.changed', changes: [{ field, from, to }] },
  )
}

function tellReply(before: ReplayedCase, { at, actor, text }: Entry<'reply'>, open: CaseStatus): Told {
  const by = actor?.kind ?? 'staff'
  const isFirst = by === 'staff' && before.firstRepliedAt === null
  const to = opensCase(before.status.category, by) ? open : before.status
  const { changes, events } = applyStatus(before, { to, now: at })
  return {
    changes: { ...changes, ...momentsOfReply(before, by, at) },
    payloads: [{ type: 'reply.posted', text, isFirst }, ...events],
  }
}

function changed(changes: Partial<ReplayedCase>, payload: ReplayedPayload): Told {
  return { changes, payloads: [payload] }
}

function nothing(): Told {
  return { changes: {}, payloads: [] }
}

function turnInterval(intervals: StatusInterval[], status: CaseStatus, at: Date): void {
  const last = intervals.at(-1)
  if (last !== undefined) last.to = at
  intervals.push({ status, from: at, to: null })
}
