import type { StatusColor } from '@timedesk/contracts/case-status'
import type { Language } from '@timedesk/contracts/primitives'
import type { ExtranetCase, ExtranetCaseSummary } from '@timedesk/contracts/extranet-cases'
import { customerWords } from '@timedesk/domain/helpdesk/customer-words'
import { ballHolder, type StatusCategory } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor } from '../platform/context.ts'
import type { ExtranetStanding } from './find-extranet-standing.ts'
import { wordingOfStatus } from './status-wording.ts'
import { reference } from './reference.ts'

/** A row of `extranetSelection`: nothing in it that a contact may not know. */
export type ExtranetCaseRow = {
  id: string
  number: number
  subject: string
  snippet: string
  look: { color: StatusColor; wording: Record<Language, string> | null }
  category: StatusCategory
  contactId: string | null
  contactName: string | null
  typeId: string | null
  typeName: string | null
  priorityId: string
  priorityName: string
  createdAt: Date
  lastActivityAt: Date
  isUnread: boolean
  responsibleName: string | null
  projectId: string | null
  projectName: string | null
  externalReference: string | null
  product: string | null
  deadline: Date | null
  solvedAt: Date | null
  closedAt: Date | null
  resolution: string
  /** It goes on in another case, whether or not the contact sees that one. */
  isTombstone: boolean
  version: number
}

/** The columns of case `c` that `extranetSelection` reads: the extranet's role may not read all. */
export const extranetColumns = Prisma.sql`c.id, c.number, c.subject, c.last_reply_snippet, c.category, c.status_id, c.contact_id,
  c.type_id, c.priority_id, c.responsible_id, c.project_id, c.last_staff_reply_at, c.created_at, c.last_activity_at,
  c.external_reference, c.product, c.deadline, c.resolution, c.solved_at, c.closed_at, c.merged_into_id, c.version`

/** How the status of case `c` looks to customers. */
const statusLook = Prisma.sql`(SELECT json_build_object('color', s.color, 'wording', ${wordingOfStatus}) FROM case_status s WHERE s.id = c.status_id) AS look`

/** What a contact reads of cases `c`, which are a table or a page of it: add conditions and order. */
export function extranetSelection({ id }: ContactActor, cases: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT c.id, c.number, c.subject, c.last_reply_snippet AS snippet, c.category,
      ${statusLook}, c.contact_id AS "contactId",
      (SELECT name FROM contact WHERE id = c.contact_id) AS "contactName", c.type_id AS "typeId",
      (SELECT name FROM case_type WHERE id = c.type_id) AS "typeName",
      c.priority_id AS "priorityId", (SELECT name FROM priority WHERE id = c.priority_id) AS "priorityName",
      (SELECT name FROM employee WHERE id = c.responsible_id) AS "responsibleName", c.project_id AS "projectId",
      (SELECT name FROM project WHERE id = c.project_id) AS "projectName",
      c.last_staff_reply_at IS NOT NULL AND (m.read_at IS NULL OR m.read_at < c.last_staff_reply_at) AS "isUnread",
      c.created_at AS "createdAt", c.last_activity_at AS "lastActivityAt", c.external_reference AS "externalReference", c.product,
      c.deadline, c.solved_at AS "solvedAt", c.closed_at AS "closedAt", c.resolution,
      c.merged_into_id IS NOT NULL AS "isTombstone", c.version
    FROM ${cases} c
    LEFT JOIN contact_read_mark m ON m.case_id = c.id AND m.contact_id = ${id}::uuid`
}

/** A case as a contact's list shows it. Who may not read the dialogue sees no word of it, nor whether there is a new one. */
export function presentExtranetSummary(row: ExtranetCaseRow, actor: ContactActor): ExtranetCaseSummary {
  const readsDialogue = actor.permissions.has('dialogue:read')
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    snippet: readsDialogue ? row.snippet : '',
    status: {
      name: customerWords(row.category, row.look.wording, actor.language),
      category: row.category,
      color: row.look.color,
    },
    ball: ballHolder(row.category),
    contact: reference(row.contactId, row.contactName),
    isMine: row.contactId === actor.id,
    type: reference(row.typeId, row.typeName),
    priority: row.priorityName,
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
    isUnread: readsDialogue && row.isUnread,
  }
}

/** A case as a contact's page shows it but for its custom fields, with what the contact may do. */
export function presentExtranetCase(
  row: ExtranetCaseRow,
  actor: ContactActor,
  standing: ExtranetStanding,
): Omit<ExtranetCase, 'fields'> {
  return {
    ...presentExtranetSummary(row, actor),
    responsible: row.responsibleName,
    project: reference(row.projectId, row.projectName),
    externalReference: row.externalReference,
    product: row.product,
    deadline: row.deadline?.toISOString() ?? null,
    solvedAt: row.solvedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    resolution: actor.permissions.has('dialogue:read') ? row.resolution : '',
    ...standing,
    version: row.version,
  }
}
