import { EventPayload, type ActorKind, type SubjectKind } from '@timedesk/contracts/events'
import type { Tx } from '../platform/db/database.ts'
import { isInternalEvent } from '../platform/events/consumers.ts'
import type { StoredFile } from '../platform/storage/storage.ts'
import { supportCases, type CaseRow } from './case-row.ts'
import { insertRows, type Table } from '../platform/db/insert-rows.ts'

/** Who did or said it, in the name of that day. */
export type Author = { kind: ActorKind; id: string | null; name: string }

/** A file that was stored already, with a message that holds it. */
export type MessageFile = StoredFile & { id: string; name: string }

export type Message = {
  id: string
  kind: 'description' | 'reply' | 'note'
  at: Date
  author: Author
  body: string
  files: readonly MessageFile[]
}

export type HistoryEvent = { id: string; at: Date; actor: Author; payload: EventPayload }

/** A case with its dialogue and its log. Of a case that is stored already, only what is new. */
export type CaseHistory = {
  case: CaseRow
  isStored: boolean
  messages: readonly Message[]
  events: readonly HistoryEvent[]
}

/**
 * Writes cases with their past, in a few statements for all of them: nobody is notified of what happened long ago.
 * The log's sequence follows the moments of the events. What exists already by its id stays as it is.
 */
export async function writeHistories(tx: Tx, histories: readonly CaseHistory[]): Promise<void> {
  await writeDialogues(tx, histories)
  await insertEvents(tx, eventsOf(histories))
}

/** The cases with their dialogue alone, for whoever writes the log otherwise. */
export async function writeDialogues(tx: Tx, histories: readonly CaseHistory[]): Promise<void> {
  const added = histories.filter(({ isStored }) => !isStored).map((history) => history.case)
  const told = histories.flatMap(({ case: { id, customerId }, messages }) =>
    messages.map((message) => ({ ...message, caseId: id, customerId })),
  )
  await insertRows(tx, supportCases, added)
  await insertRows(tx, reply, told.filter(({ kind }) => kind !== 'note').map(toReply), { isRepeatable: true })
  await insertRows(tx, note, told.filter(({ kind }) => kind === 'note').map(toNote), { isRepeatable: true })
  await insertRows(tx, attachment, told.flatMap(toAttachments))
}

/** What the logs of the cases tell. */
export function eventsOf(histories: readonly CaseHistory[]): AboutSubject[] {
  return histories.flatMap(({ case: { id, customerId }, events }) =>
    events.map((event) => ({ ...event, subject: { kind: 'case' as const, id, caseId: id, customerId } })),
  )
}

export type AboutSubject = HistoryEvent & {
  subject: { kind: SubjectKind; id: string; caseId: string | null; customerId: string | null }
}

/** Writes history in the order of its moments, without deliveries. What exists already by its id stays as it is. */
export async function insertEvents(tx: Tx, events: readonly AboutSubject[]): Promise<void> {
  const ordered = events.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  await insertRows(tx, event, ordered.map(toEventRow), { isRepeatable: true })
}

type Told = Message & { caseId: string; customerId: string }

function toReply({ id, caseId, customerId, kind, author, body, at }: Told) {
  return {
    id,
    caseId,
    customerId,
    kind,
    authorKind: author.kind,
    authorId: author.id,
    authorName: author.name,
    body,
    postedAt: at,
  }
}

function toNote({ id, caseId, customerId, author, body, at }: Told) {
  return { id, caseId, customerId, authorId: author.id, authorName: author.name, body, writtenAt: at }
}

function toAttachments({ id: messageId, kind, caseId, customerId, author, at, files }: Told) {
  return files.map(({ id, name, contentType, sizeBytes, sha256, storageKey }) => ({
    id,
    customerId,
    caseId,
    replyId: kind === 'note' ? null : messageId,
    noteId: kind === 'note' ? messageId : null,
    name,
    contentType,
    sizeBytes,
    sha256,
    storageKey,
    uploaderKind: author.kind,
    uploaderId: author.id,
    uploadedAt: at,
    claimedAt: at,
  }))
}

function toEventRow({ id, at, actor, payload, subject }: AboutSubject) {
  const { type, ...facts } = EventPayload.parse(payload)
  return {
    id,
    type,
    subjectKind: subject.kind,
    subjectId: subject.id,
    caseId: subject.caseId,
    customerId: subject.customerId,
    isInternal: isInternalEvent(payload),
    payload: facts,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    at,
  }
}

const reply: Table<ReturnType<typeof toReply>> = {
  name: 'reply',
  columns: {
    id: 'uuid',
    caseId: 'uuid',
    customerId: 'uuid',
    kind: 'text',
    authorKind: 'text',
    authorId: 'uuid',
    authorName: 'text',
    body: 'text',
    postedAt: 'timestamptz',
  },
}

const note: Table<ReturnType<typeof toNote>> = {
  name: 'note',
  columns: {
    id: 'uuid',
    caseId: 'uuid',
    customerId: 'uuid',
    authorId: 'uuid',
    authorName: 'text',
    body: 'text',
    writtenAt: 'timestamptz',
  },
}

const attachment: Table<ReturnType<typeof toAttachments>[number]> = {
  name: 'attachment',
  columns: {
    id: 'uuid',
    customerId: 'uuid',
    caseId: 'uuid',
    replyId: 'uuid',
    noteId: 'uuid',
    name: 'text',
    contentType: 'text',
    sizeBytes: 'int',
    sha256: 'text',
    storageKey: 'text',
    uploaderKind: 'text',
    uploaderId: 'uuid',
    uploadedAt: 'timestamptz',
    claimedAt: 'timestamptz',
  },
}

const event: Table<ReturnType<typeof toEventRow>> = {
  name: 'event',
  columns: {
    id: 'uuid',
    type: 'text',
    subjectKind: 'text',
    subjectId: 'uuid',
    caseId: 'uuid',
    customerId: 'uuid',
    isInternal: 'boolean',
    payload: 'jsonb',
    actorKind: 'text',
    actorId: 'uuid',
    actorName: 'text',
    at: 'timestamptz',
  },
}
