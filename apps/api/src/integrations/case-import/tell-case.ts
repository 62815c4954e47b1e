import type { EventPayload } from '@timedesk/contracts/events'
import { SUBJECT_LENGTH_MAX, TAG_LENGTH_MAX, TAGS_MAX } from '@timedesk/contracts/limits'
import type { HistoryActor, Replay, ReplayedEvent, ReplayedPayload } from '@timedesk/domain/helpdesk/replay-case'
import { plainText } from '@timedesk/domain/text/plain-text'
import type { CaseHistory, HistoryEvent, Author, Message } from '../write-histories.ts'
import type { CaseRow } from '../case-row.ts'
import type { Directory } from './directory.ts'
import type { SourceCase } from './gather-cases.ts'
import { keyedId } from './keyed-id.ts'

/** What people of the customer may see change. */
const PUBLIC_FIELDS: ReadonlySet<string> = new Set(['contact', 'type', 'priority', 'product'])

/** What each row is told as; whatever else a row's events say follows from it. */
const deeds: ReadonlySet<ReplayedPayload['type']> = new Set(['case.logged', 'reply.posted', 'note.written'])

export type ReplayedSource = { given: SourceCase; replay: Replay }

/** The place that a new case gets, or the one that it has already. */
export type CasePlace = { id: string; number: number; customerId: string; isStored: boolean }

export type ToldCase = CaseHistory & {
  /** The ids of the events that stand for rows. */
  deedIds: readonly string[]
  /** What was told of the case's creation: only ever once. */
  creationIds: ReadonlySet<string>
}

/** Turns a folded case into the rows that hold it. Every id follows from the source, so that it is the same each time. */
export function tellCase({ given, replay }: ReplayedSource, place: CasePlace, directory: Directory): ToldCase {
  const identities = new Map(given.rows.map(({ line, identity }) => [line, identity]))
  const keyed = (at: Date, ...parts: string[]) => keyedId(at, directory.source, given.key, ...parts)
  const description = describe(given, replay, directory)
  const messages: Message[] = [
    {
      id: keyed(replay.case.createdAt, 'description'),
      kind: 'description',
      at: replay.case.createdAt,
      author: authorOf(replay.case.createdBy, directory),
      body: description,
      files: [],
    },
  ]
  const firstDeed = replay.events.findIndex(({ payload }) => deeds.has(payload.type))
  const counts = new Map<string, number>()
  const deedIds: string[] = []
  const creationIds = new Set<string>([messages[0]?.id ?? ''])
  const events = replay.events.map((event, index): HistoryEvent => {
    const { at, actor, line, payload } = event
    const isCreation = index < firstDeed
    const base = isCreation ? 'creation' : (identities.get(line) ?? String(line))
    const kind = kindOf(event)
    // Of several equal rows, each is told.
    const count = String(countUp(counts, `${base} ${kind}`))
    const id = keyed(at, base, kind, count)
    if (kind === 'deed') deedIds.push(id)
    if (isCreation) creationIds.add(id)
    const messageId = keyed(at, base, 'message', count)
    if ('text' in payload) {
      const messageKind = payload.type === 'note.written' ? 'note' : 'reply'
      const author = authorOf(actor, directory)
      messages.push({ id: messageId, kind: messageKind, at, author, body: payload.text, files: [] })
    }
    return {
      id,
      at,
      actor: authorOf(actor, directory),
      payload: stored(payload, place, { description, messageId, directory }),
    }
  })
  return {
    isStored: place.isStored,
    case: rowOf(given, replay, place, directory, messages),
    messages,
    events,
    deedIds,
    creationIds,
  }
}

function kindOf({ payload }: ReplayedEvent): string {
  if (deeds.has(payload.type)) return 'deed'
  return payload.type === 'case.changed' ? `changed ${payload.changes[0]?.field ?? ''}` : payload.type
}

function countUp(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1
  counts.set(name, count)
  return count
}

function describe({ rows, key }: SourceCase, { case: { createdAt } }: Replay, { source }: Directory): string {
  const first = rows.find(({ at }) => at.getTime() === createdAt.getTime()) ?? rows[0]
  const subject = (first?.subject ?? '').replaceAll(/\s+/gu, ' ').slice(0, SUBJECT_LENGTH_MAX).trim()
  return subject === '' ? `${source} ${key}` : subject
}

type Telling = { description: string; messageId: string; directory: Directory }

function stored(
  payload: ReplayedPayload,
  { number }: CasePlace,
  { description, messageId, directory }: Telling,
): EventPayload {
  switch (payload.type) {
    case 'case.created':
      return { type: 'case.created', number, subject: description, via: 'import' }
    case 'case.dispatched': {
      const { toDepartment, toResponsible } = payload
      const department = departmentOf(toDepartment, directory)
      const toResponsibleId = toResponsible === null ? null : idIn(directory.employees, toResponsible)
      return { ...payload, toDepartment: department.name, toDepartmentId: department.id, toResponsibleId }
    }
    case 'case.changed':
      return { ...payload, isPublic: payload.changes.every(({ field }) => PUBLIC_FIELDS.has(field)) }
    case 'reply.posted':
      return { type: 'reply.posted', replyId: messageId, isFirst: payload.isFirst, attachments: 0 }
    case 'note.written':
      return { type: 'note.written', noteId: messageId, attachments: 0 }
    default:
      return payload
  }
}

function rowOf(
  { key, rows }: SourceCase,
  { case: folded }: Replay,
  { id, number, customerId }: CasePlace,
  directory: Directory,
  messages: readonly Message[],
): CaseRow {
  const { fields, status, createdBy, department, responsible, ...moments } = folded
  const said = messages.findLast(({ kind }) => kind === 'reply') ?? messages[0]
  const last = rows.toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.line - other.line).at(-1)
  const tags = [...new Set(last?.tags.map((tag) => tag.slice(0, TAG_LENGTH_MAX)))].slice(0, TAGS_MAX)
  const { priority, type, contact } = fields
  return {
    ...pickMoments(moments),
    id,
    number,
    customerId,
    contactId: directory.contacts.get(customerId)?.get(contact ?? '') ?? null,
    subject: messages[0]?.body ?? key,
    typeId: type === null || type === undefined ? null : idIn(directory.types, type),
    priorityId: directory.priorities.get(priority ?? '') ?? directory.defaultPriorityId,
    statusId: status.id,
    category: status.category,
    departmentId: departmentOf(department, directory).id,
    responsibleId: responsible === null ? null : idIn(directory.employees, responsible),
    projectId: null,
    agreementId: null,
    deadline: null,
    externalReference: last?.fields.externalReference ?? key,
    product: fields.product ?? null,
    serviceLevel: fields.serviceLevel ?? null,
    tags,
    createdVia: 'import',
    createdByName: createdBy?.name ?? directory.source,
    lastReplySnippet: plainText(said?.body ?? ''),
    importSource: directory.source,
    importKey: key,
  }
}

type Moments = Pick<
  CaseRow,
  | 'createdAt'
  | 'lastActivityAt'
  | 'lastStaffReplyAt'
  | 'lastContactReplyAt'
  | 'firstRepliedAt'
  | 'solvedAt'
  | 'closedAt'
  | 'reopenedCount'
>

function pickMoments(given: Moments): Moments {
  const { createdAt, lastActivityAt, lastStaffReplyAt, lastContactReplyAt, firstRepliedAt, solvedAt, closedAt } = given
  const moments = {
    createdAt,
    lastActivityAt,
    lastStaffReplyAt,
    lastContactReplyAt,
    firstRepliedAt,
    solvedAt,
    closedAt,
  }
  return { ...moments, reopenedCount: given.reopenedCount }
}

function authorOf(actor: HistoryActor | null, { source, employees }: Directory): Author {
  if (actor === null) return { kind: 'import', id: null, name: source }
  return { kind: 'import', id: employees.get(actor.name) ?? null, name: actor.name }
}

function departmentOf(name: string | null, { departments, defaultDepartment }: Directory) {
  return name === null ? defaultDepartment : { id: idIn(departments, name), name }
}

/** What a folded case names has been made before: createMissing saw the same cases. */
export function idIn(known: ReadonlyMap<string, string>, name: string): string {
  const id = known.get(name)
  if (id === undefined) throw new Error(`${name} was named and not made`)
  return id
}
