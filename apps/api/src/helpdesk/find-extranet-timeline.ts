import type { EventPayload } from '@timedesk/contracts/events'
import type { ExtranetTimelineItem, extranetListTimeline } from '@timedesk/contracts/extranet-cases'
import type { Language } from '@timedesk/contracts/primitives'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { ContactActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, type Page, type Paging } from '../platform/http/paging.ts'
import { findStatusWordings, inCustomerWords, withoutOurReason, type StatusWordings } from './status-wording.ts'
import { authorForContacts, findCompanyName, nameForContacts } from './name-for-contacts.ts'
import { requireCase } from './case-keyed.ts'
import {
  eventSource,
  isAfter,
  keyOf,
  orderedBy,
  presentEvent,
  presentMessage,
  replySource,
  type TimelineRow,
} from './timeline-rows.ts'

/** The events that a contact reads beside the dialogue. */
const PUBLIC_EVENTS: EventPayload['type'][] = [
  'case.created',
  'case.status_changed',
  'case.close_warned',
  'case.changed',
]

/** A page of the dialogue and the public events of a case. Refuses with `not_found`. */
export async function findExtranetTimeline(
  reader: Reader,
  paging: Paging,
  { language }: ContactActor,
  { caseId, ...query }: { caseId: string } & z.output<typeof extranetListTimeline.query>,
): Promise<Page<ExtranetTimelineItem>> {
  await requireCase(reader, caseId)
  const binding = [bindingOf('extranet-timeline', query), caseId]
  const key = paging.keyAfter(binding, query)
  // Of a case that was merged into it a contact reads the dialogue; what became of it is not theirs to know.
  const isPublic = Prisma.sql`e.case_id = ${caseId}::uuid AND NOT e.is_internal AND e.type = ANY(${PUBLIC_EVENTS}::text[])`
  const sources = Prisma.sql`${replySource(caseId)} UNION ALL ${eventSource(caseId, isPublic)}`
  const [wordings, companyName] = await Promise.all([findStatusWordings(reader), findCompanyName(reader)])
  const rows = await reader.rows<TimelineRow>(Prisma.sql`SELECT * FROM (${sources}) i
    ${key === null ? Prisma.empty : Prisma.sql`WHERE ${isAfter(key, query.order)}`}
    ORDER BY ${orderedBy(query.order)} LIMIT ${query.limit + 1}`)
  const page = paging.cut(binding, query, rows, keyOf, (row) => present(row, { wordings, language, companyName }))
  if (query.count !== 'exact') return page
  const [counted] = await reader.rows<{ total: number }>(Prisma.sql`SELECT count(*)::int AS total FROM (${sources}) i`)
  return { ...page, page: { ...page.page, total: counted?.total ?? 0 } }
}

type Wording = { wordings: StatusWordings; language: Language; companyName: string }

/**
 * Staff is known to contacts by name alone, rules by the company's name, statuses by their words for customers; why
 * staff moved a case is said in a reply, or to nobody.
 */
function present(row: TimelineRow, { wordings, language, companyName }: Wording): ExtranetTimelineItem {
  const byContact = row.authorKind === 'contact'
  const nameOf = row.kind === 'reply' ? authorForContacts : nameForContacts
  const authorName = nameOf(row.authorKind, row.authorName, companyName)
  const known = byContact ? row : { ...row, authorId: null, authorName }
  if (row.kind === 'reply') return { kind: 'reply', ...presentMessage(known), isDescription: row.isDescription }
  const item = presentEvent(known)
  return { ...item, event: withoutOurReason(inCustomerWords(item.event, wordings, language), row.authorKind) }
}
