import type { Lane, TimelineItem, listTimeline } from '@timedesk/contracts/dialogue'
import type { EventPayload } from '@timedesk/contracts/events'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, type Page, type Paging } from '../platform/http/paging.ts'
import { timeEntrySelection } from '../time/find-time-entries.ts'
import { presentTimeEntry, type TimeEntryRow } from '../time/present-time-entry.ts'
import { shownTo, type Shows } from '../time/shown-to.ts'
import { requireCase } from './case-keyed.ts'
import { findFamilyMarks, marksOf } from './merges/family.ts'
import {
  eventSource,
  isAfter,
  isFrom,
  keyOf,
  noteSource,
  orderedBy,
  presentEvent,
  presentMessage,
  replySource,
  timeSource,
  type TimelineRow,
} from './timeline-rows.ts'

type Query = z.output<typeof listTimeline.query>

/** Events that say again what an item of its own kind shows. */
const MIRRORS: EventPayload['type'][] = ['reply.posted', 'note.written', 'time.registered']
const TIME_EVENTS: EventPayload['type'][] = [
  'time.changed',
  'time.removed',
  'time.corrected',
  'time.correction_decided',
  'overage.decided',
]

/**
 * A page of a case's log: dialogue, notes, time and every change in one order of time, with what cases brought that were
 * merged into it. Time is shown to those who
 * may read it, its worth to those who may read agreements. Refuses with `not_found`.
 */
export async function findTimeline(
  reader: Reader,
  paging: Paging,
  actor: StaffActor,
  { caseId, ...query }: { caseId: string } & Query,
): Promise<Page<TimelineItem>> {
  const binding = [bindingOf('timeline', query), caseId]
  const key = paging.keyAfter(binding, query)
  const lanes = (query.lanes ?? ['dialogue', 'internal', 'time', 'changes']).filter(
    (lane) => lane !== 'time' || actor.permissions.has('time:read'),
  )
  const sources = sourcesOf(caseId, lanes)
  const rows =
    sources === null
      ? []
      : await reader.rows<TimelineRow>(Prisma.sql`SELECT * FROM (${sources}) i
    WHERE ${key === null ? Prisma.sql`true` : isAfter(key, query.order)}
      ${query.from === undefined ? Prisma.empty : Prisma.sql`AND ${isFrom(query.from, sources, query.order)}`}
    ORDER BY ${orderedBy(query.order)} LIMIT ${query.limit + 1}`)
  if (rows.length === 0) await requireCase(reader, caseId)
  const [entries, marks] = await Promise.all([
    findEntries(reader, rows, shownTo(actor)),
    findFamilyMarks(reader, caseId, rows),
  ])
  const page = paging.cut(binding, query, rows, keyOf, (row) => ({
    ...present(row, entries),
    ...marksOf(marks, row.id),
  }))
  if (query.count !== 'exact') return page
  const [counted] =
    sources === null
      ? []
      : await reader.rows<{ total: number }>(Prisma.sql`SELECT count(*)::int AS total FROM (${sources}) i`)
  return { ...page, page: { ...page.page, total: counted?.total ?? 0 } }
}

/** What the lanes of a case's log are made of; null for no lane. */
export function sourcesOf(caseId: string, lanes: readonly Lane[]): Prisma.Sql | null {
  const sources: Prisma.Sql[] = []
  if (lanes.includes('dialogue')) sources.push(replySource(caseId))
  if (lanes.includes('internal')) sources.push(noteSource(caseId))
  if (lanes.includes('time')) {
    sources.push(timeSource(caseId))
    sources.push(eventSource(caseId, Prisma.sql`e.type = ANY(${TIME_EVENTS}::text[])`))
  }
  if (lanes.includes('changes'))
    sources.push(eventSource(caseId, Prisma.sql`e.type <> ALL(${[...MIRRORS, ...TIME_EVENTS]}::text[])`))
  return sources.length === 0 ? null : Prisma.join(sources, ' UNION ALL ')
}

async function findEntries(
  reader: Reader,
  rows: readonly TimelineRow[],
  shows: Shows,
): Promise<ReadonlyMap<string, Extract<TimelineItem, { kind: 'time' }>>> {
  const ids = rows.filter(({ kind }) => kind === 'time').map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const found = await reader.rows<TimeEntryRow>(Prisma.sql`${timeEntrySelection} WHERE t.id = ANY(${ids}::uuid[])`)
  return new Map(
    found.map((row) => {
      const entry = presentTimeEntry(row, shows)
      return [row.id, { kind: 'time', id: row.id, at: entry.createdAt, entry, messageId: row.replyId ?? row.noteId }]
    }),
  )
}

function present(
  row: TimelineRow,
  entries: ReadonlyMap<string, Extract<TimelineItem, { kind: 'time' }>>,
): TimelineItem {
  switch (row.kind) {
    case 'reply':
      return { kind: 'reply', ...presentMessage(row), isDescription: row.isDescription }
    case 'note':
      return { kind: 'note', ...presentMessage(row) }
    case 'event':
      return presentEvent(row)
    case 'time': {
      const item = entries.get(row.id)
      if (item === undefined) throw new Error(`The time entry ${row.id} has no rating`)
      return item
    }
  }
}
