import type { EventPayload } from '@timedesk/contracts/events'
import { momentsOfReply, type ReplyProgress } from '@timedesk/domain/helpdesk/decide-reply'
import { dispatchedEvent } from '@timedesk/domain/helpdesk/decide-dispatch'
import { applyStatus } from '@timedesk/domain/helpdesk/decide-status-change'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import { plainText } from '@timedesk/domain/text/plain-text'
import type { DemoCase, DemoHappening, DemoMessage } from '@timedesk/prisma/seed/shape'
import type { StoredFile } from '../../platform/storage/storage.ts'
import { deadlineEvents } from '../../service-levels/deadline-events.ts'
import type { CaseHistory, HistoryEvent, Message } from '../write-histories.ts'
import type { Names } from './names.ts'
import type { StandardIds } from './store-setting.ts'

export type Surroundings = StandardIds & {
  names: Names
  /** The stored files, by the id of the attachment. */
  files: ReadonlyMap<string, StoredFile>
  newId: () => string
}

type Created = Extract<DemoHappening, { kind: 'created' }>
type Holder = { departmentId: string; responsibleId: string | null }
type Fold = {
  progress: ReplyProgress
  holder: Holder
  snippet: string
  messages: Message[]
  events: HistoryEvent[]
}

/** Folds the happenings of a case by the product's own rules into its row, its dialogue and its log. */
export function tellHistory(given: DemoCase, surroundings: Surroundings): CaseHistory {
  const [created, ...later] = given.happenings
  if (created?.kind !== 'created') throw new RangeError(`Case ${String(given.number)} does not begin with its creation`)
  const fold = begin(given, created, surroundings)
  for (const happening of later) tell(fold, happening, surroundings)

  const { happenings: _happenings, readMarks: _readMarks, priorityId, ...kept } = given
  const { status, ...moments } = fold.progress
  return {
    isStored: false,
    case: {
      ...kept,
      ...moments,
      ...fold.holder,
      priorityId: surroundings.priorityOf.get(priorityId)?.id ?? priorityId,
      statusId: status.id,
      category: status.category,
      serviceLevel: null,
      createdByName: surroundings.names.author(created.actor).name,
      createdAt: created.at,
      lastReplySnippet: fold.snippet,
      importSource: null,
      importKey: null,
    },
    messages: fold.messages,
    events: fold.events,
  }
}

function begin(given: DemoCase, created: Created, surroundings: Surroundings): Fold {
  const { at, actor, departmentId, responsibleId, reply } = created
  const spokeFirst = {
    ...(actor.kind === 'contact' && { lastContactReplyAt: at }),
    ...(actor.kind === 'employee' && { lastStaffReplyAt: at }),
  }
  const fold: Fold = {
    progress: {
      status: statusOf(surroundings, created.statusId),
      solvedAt: null,
      closedAt: null,
      reopenedCount: 0,
      firstRepliedAt: null,
      lastStaffReplyAt: null,
      lastContactReplyAt: null,
      lastActivityAt: at,
      ...spokeFirst,
    },
    holder: { departmentId, responsibleId },
    snippet: plainText(reply.body),
    messages: [messageOf(reply, 'description', created, surroundings)],
    events: [],
  }
  log(fold, created, surroundings, [
    { type: 'case.created', number: given.number, subject: given.subject, via: given.createdVia },
    dispatchedEvent(null, named(fold.holder, surroundings), whyOf(created)),
    ...checklistEvents(given),
  ])
  return fold
}

function whyOf({ rule, ruleName }: Created) {
  return { rule, ...(ruleName !== undefined && { ruleName }) }
}

/** What came with its type, or with the template that it was made from. */
function checklistEvents({ checklist, templateId }: DemoCase): EventPayload[] {
  if (checklist === null) return []
  const { name, items } = checklist
  return [{ type: 'checklist.applied', name, items: items.length, ...(templateId === null && { isAutomatic: true }) }]
}

function closeWarned(
  { movesAt, toStatusId }: Extract<DemoHappening, { kind: 'close_warned' }>,
  surroundings: Surroundings,
): EventPayload {
  const to = statusOf(surroundings, toStatusId)
  return {
    type: 'case.close_warned',
    movesAt: movesAt.toISOString(),
    to: to.name,
    toId: to.id,
    toCategory: to.category,
  }
}

function tell(fold: Fold, happening: DemoHappening, surroundings: Surroundings): void {
  switch (happening.kind) {
    case 'created':
      throw new RangeError('A case is created once')
    case 'reply':
      tellReply(fold, happening, surroundings)
      return
    case 'note': {
      const { id, attachments } = happening
      fold.messages.push(messageOf(happening, 'note', happening, surroundings))
      log(fold, happening, surroundings, [{ type: 'note.written', noteId: id, attachments: attachments.length }])
      return
    }
    case 'status':
      move(fold, happening, happening.statusId, surroundings, happening)
      return
    case 'close_warned':
      log(fold, happening, surroundings, [closeWarned(happening, surroundings)])
      return
    case 'ticked':
      log(fold, happening, surroundings, [{ type: 'checklist.item_ticked', text: happening.text, isDone: true }])
      return
    case 'dispatch':
      tellDispatch(fold, happening, surroundings)
      return
    case 'time':
      log(fold, happening, surroundings, [registered(happening.entry, surroundings)])
      return
    case 'changed':
      tellChange(fold, happening, surroundings)
  }
}

function tellReply(fold: Fold, happening: DemoHappening & { kind: 'reply' }, surroundings: Surroundings): void {
  const { at, id, body, attachments, actor, statusId } = happening
  const by = actor.kind === 'contact' ? 'contact' : 'staff'
  const isFirst = by === 'staff' && fold.progress.firstRepliedAt === null
  fold.messages.push(messageOf(happening, 'reply', happening, surroundings))
  fold.snippet = plainText(body)
  fold.progress = { ...fold.progress, ...momentsOfReply(fold.progress, by, at) }
  log(fold, happening, surroundings, [{ type: 'reply.posted', replyId: id, isFirst, attachments: attachments.length }])
  move(fold, happening, statusId, surroundings)
}

function move(
  fold: Fold,
  happening: DemoHappening,
  statusId: string,
  surroundings: Surroundings,
  { reason, cause }: Pick<Extract<DemoHappening, { kind: 'status' }>, 'reason' | 'cause'> = {},
): void {
  const to = statusOf(surroundings, statusId)
  const { changes, events } = applyStatus(fold.progress, {
    to,
    now: happening.at,
    ...(reason !== undefined && { reason }),
    ...(cause !== undefined && { cause }),
  })
  if (events.length === 0) return
  fold.progress = { ...fold.progress, ...changes, lastActivityAt: happening.at }
  log(fold, happening, surroundings, events)
}

function tellDispatch(fold: Fold, happening: DemoHappening & { kind: 'dispatch' }, surroundings: Surroundings): void {
  const { departmentId, responsibleId, comment } = happening
  const before = named(fold.holder, surroundings)
  fold.holder = { departmentId, responsibleId }
  const why = { rule: 'by_hand', ...(comment !== undefined && { comment }) } as const
  log(fold, happening, surroundings, [dispatchedEvent(before, named(fold.holder, surroundings), why)])
}

function tellChange(fold: Fold, happening: DemoHappening & { kind: 'changed' }, surroundings: Surroundings): void {
  const priority = (id: string) => surroundings.priorityOf.get(id)?.name ?? id
  fold.progress.lastActivityAt = happening.at
  if (happening.field === 'deadline') {
    const { from, to, reason } = happening
    log(fold, happening, surroundings, deadlineEvents(from?.toISOString() ?? null, to.toISOString(), reason))
    return
  }
  const change = { field: happening.field, from: priority(happening.fromId), to: priority(happening.toId) }
  log(fold, happening, surroundings, [{ type: 'case.changed', changes: [change], isPublic: true }])
}

function registered(entry: (DemoHappening & { kind: 'time' })['entry'], { names }: Surroundings): EventPayload {
  return {
    type: 'time.registered',
    entryId: entry.id,
    minutes: entry.minutes,
    isBillable: entry.isBillable,
    employeeName: names.employee(entry.employeeId),
    activityType: names.activityType(entry.activityTypeId),
  }
}

function log(
  fold: Fold,
  { at, actor }: Pick<DemoHappening, 'at' | 'actor'>,
  { names, newId }: Surroundings,
  payloads: EventPayload[],
): void {
  for (const payload of payloads) fold.events.push({ id: newId(), at, actor: names.author(actor), payload })
}

function messageOf(
  { id, body, attachments }: DemoMessage,
  kind: Message['kind'],
  { at, actor }: Pick<DemoHappening, 'at' | 'actor'>,
  { names, files }: Surroundings,
): Message {
  const stored = attachments.map((attachment) => {
    const file = files.get(attachment.id)
    if (file === undefined) throw new RangeError(`The file ${attachment.name} was not stored`)
    return { ...file, id: attachment.id, name: attachment.name }
  })
  return { id, kind, at, author: names.author(actor), body, files: stored }
}

function named({ departmentId, responsibleId }: Holder, { names }: Surroundings) {
  return {
    department: { id: departmentId, name: names.department(departmentId) },
    responsible: responsibleId === null ? null : { id: responsibleId, name: names.employee(responsibleId) },
  }
}

function statusOf({ statusOf: statuses }: StandardIds, id: string): CaseStatus {
  const status = statuses.get(id)
  if (status === undefined) throw new RangeError(`The demo company does not know the status ${id}`)
  return status
}
