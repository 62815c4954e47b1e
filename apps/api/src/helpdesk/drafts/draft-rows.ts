import type { DraftDevice, DraftKind, DraftTime, MessageDraft } from '@timedesk/contracts/drafts'
import type { SendOptions, SendProblem } from '@timedesk/contracts/sending'
import { Prisma } from '@timedesk/prisma/client'

/** Whose drafts of a case: one's own, or the one that all share. */
export type Slot = { caseId: string; kind: DraftKind; isShared: boolean }

/** A draft as it is stored. */
export type StoredDraft = {
  id: string
  ownerId: string
  body: string
  attachmentIds: string[]
  pictureIds: string[]
  time: DraftTime
  seenMessageId: string | null
  sendAt: Date | null
  version: number
}

/** The columns of `StoredDraft`, of draft `d`. */
export const storedColumns = Prisma.sql`d.id, d.employee_id AS "ownerId", d.body, d.attachment_ids AS "attachmentIds",
  d.picture_ids AS "pictureIds", d.time, d.seen_message_id AS "seenMessageId", d.send_at AS "sendAt", d.version`

/** The condition that draft `d` is that of the slot; one's own by the employee. */
export function inSlot({ caseId, kind, isShared }: Slot, employeeId: string): Prisma.Sql {
  const owned = isShared ? Prisma.sql`d.is_shared` : Prisma.sql`NOT d.is_shared AND d.employee_id = ${employeeId}::uuid`
  return Prisma.sql`d.case_id = ${caseId}::uuid AND d.kind = ${kind} AND ${owned}`
}

export type DraftRow = Omit<StoredDraft, 'attachmentIds'> & {
  caseId: string
  number: number
  subject: string
  kind: DraftKind
  isShared: boolean
  ownerName: string
  ownerIsActive: boolean
  files: MessageDraft['files']
  updatedAt: Date
  updatedById: string
  updatedByName: string
  isLeaving: boolean
  sendAs: SendOptions | null
  scheduledById: string | null
  scheduledByName: string | null
  problem: SendProblem | null
  deviceId: string
  deviceKind: DraftDevice['kind']
}

/** What is shown of drafts; files that another message has claimed meanwhile, or that are gone, are left out. */
export const draftSelection = Prisma.sql`SELECT ${storedColumns}, d.case_id AS "caseId", c.number, c.subject, d.kind, d.is_shared AS "isShared",
    o.name AS "ownerName", o.is_active AS "ownerIsActive", d.updated_at AS "updatedAt", d.updated_by_id AS "updatedById", u.name AS "updatedByName",
    d.device_id AS "deviceId", d.device_kind AS "deviceKind", d.is_leaving AS "isLeaving", d.send_as AS "sendAs",
    d.scheduled_by_id AS "scheduledById", s.name AS "scheduledByName", d.send_problem AS problem,
    coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'contentType', a.content_type) ORDER BY array_position(d.attachment_ids, a.id))
      FROM attachment a WHERE a.id = ANY(d.attachment_ids) AND a.claimed_at IS NULL), '[]') AS files
  FROM message_draft d JOIN support_case c ON c.id = d.case_id JOIN employee o ON o.id = d.employee_id JOIN employee u ON u.id = d.updated_by_id
  LEFT JOIN employee s ON s.id = d.scheduled_by_id`

/** A draft as its reader sees it. */
export function presentDraft(row: DraftRow, readerId: string): MessageDraft {
  const { id, caseId, number, subject, kind, isShared, ownerId, ownerName, ownerIsActive, ...rest } = row
  const { body, files, pictureIds, time, seenMessageId, problem, version } = rest
  const sending = sendingOf(rest)
  const isReached = isShared || ownerId === readerId
  return {
    id,
    case: { id: caseId, number, subject },
    kind,
    isShared,
    owner: { id: ownerId, name: ownerName, isActive: ownerIsActive },
    body,
    files,
    pictureIds,
    time,
    seenMessageId,
    updatedAt: rest.updatedAt.toISOString(),
    updatedBy: { id: rest.updatedById, name: rest.updatedByName },
    device: { id: rest.deviceId, kind: rest.deviceKind },
    sending,
    problem,
    can: {
      write: sending === null && isReached,
      unshare: sending === null && isShared && ownerId === readerId,
      callBack: sending !== null && isReached,
    },
    version,
  }
}

function sendingOf({
  sendAt,
  sendAs,
  isLeaving,
  scheduledById,
  scheduledByName,
}: Pick<DraftRow, 'sendAt' | 'sendAs' | 'isLeaving' | 'scheduledById' | 'scheduledByName'>): MessageDraft['sending'] {
  if (sendAt === null || sendAs === null || scheduledById === null || scheduledByName === null) return null
  return { at: sendAt.toISOString(), by: { id: scheduledById, name: scheduledByName }, isLeaving, options: sendAs }
}
