import type { MergePreview, MergeSide } from '@timedesk/contracts/case-merges'
import { Refusal } from '@timedesk/contracts/refusal'
import { whyNotMerged } from '@timedesk/domain/helpdesk/decide-merge'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../../platform/context.ts'
import { familyOf } from '../../platform/db/case-family.ts'
import type { Reader } from '../../platform/db/database.ts'
import { whyNotOne } from '../links/find-circle.ts'
import { refusedReference } from '../lock-case.ts'
import { excerptSource, presentExcerpt, type ExcerptRow } from './excerpts.ts'
import { findParty, type Party } from './hold-cases.ts'
import { newFollowers } from './new-followers.ts'

const BEGINNING_MAX = 3

/**
 * What merging a case into another would do: both of them, what comes along, who would see what, and why it would be
 * refused. Changes nothing. Refuses with `not_found` and `reference_refused` what is not there.
 */
export async function findMergePreview(
  reader: Reader,
  actor: StaffActor,
  { caseId, intoId }: { caseId: string; intoId: string },
): Promise<MergePreview> {
  const [source, survivor] = await Promise.all([findParty(reader, caseId), findParty(reader, intoId)])
  if (source === undefined) throw new Refusal('not_found')
  if (survivor === undefined) throw refusedReference('/query/intoId', 'The case does not exist.')
  const [sides, refusal, carries, readers] = await Promise.all([
    Promise.all([findSide(reader, caseId), findSide(reader, intoId)]),
    refusalOf(reader, source, survivor),
    findCarried(reader, actor, caseId, intoId),
    findNewReaders(reader, caseId, intoId),
  ])
  return { source: sides[0], survivor: sides[1], refusal, carries, readers }
}

async function refusalOf(reader: Reader, source: Party, survivor: Party): Promise<MergePreview['refusal']> {
  if (source.mergedIntoId !== null) return { code: 'case_merged', message: 'The case goes on in another one already.' }
  const why = whyNotMerged(source, survivor) ?? (await whyNotOne(reader, [source.id, survivor.id]))
  return why === null ? null : { code: 'merge_refused', message: why }
}

type SideRow = Omit<MergeSide, 'createdAt' | 'lastActivityAt' | 'beginning'> & { createdAt: Date; lastActivityAt: Date }

const named = (table: Prisma.Sql, id: Prisma.Sql, name = Prisma.sql`name`) =>
  Prisma.sql`(SELECT json_build_object('id', x.id, 'name', x.${name}) FROM ${table} x WHERE x.id = ${id})`

async function findSide(reader: Reader, caseId: string): Promise<MergeSide> {
  const [[side], beginning] = await Promise.all([
    reader.rows<SideRow>(Prisma.sql`SELECT c.id, c.number, c.subject,
        (SELECT json_build_object('id', s.id, 'name', s.name, 'category', s.category, 'color', s.color) FROM case_status s WHERE s.id = c.status_id) AS status,
        ${named(Prisma.sql`customer`, Prisma.sql`c.customer_id`)} AS customer, ${named(Prisma.sql`contact`, Prisma.sql`c.contact_id`)} AS contact,
        ${named(Prisma.sql`department`, Prisma.sql`c.department_id`)} AS department, ${named(Prisma.sql`employee`, Prisma.sql`c.responsible_id`)} AS responsible,
        ${named(Prisma.sql`agreement`, Prisma.sql`c.agreement_id`, Prisma.sql`heading`)} AS agreement, c.is_outside_contract AS "isOutsideContract",
        c.created_at AS "createdAt", c.last_activity_at AS "lastActivityAt"
      FROM support_case c WHERE c.id = ${caseId}::uuid`),
    reader.rows<ExcerptRow>(
      Prisma.sql`SELECT * FROM (${excerptSource(caseId)}) m ORDER BY m.at, m.id LIMIT ${BEGINNING_MAX}`,
    ),
  ])
  if (side === undefined) throw new Refusal('not_found')
  const { createdAt, lastActivityAt, ...rest } = side
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    lastActivityAt: lastActivityAt.toISOString(),
    beginning: beginning.map(presentExcerpt),
  }
}

type CarriedRow = Omit<MergePreview['carries'], 'amount' | 'minutes'> & {
  minutes: number
  amount: number | null
  currency: string | null
}

async function findCarried(
  reader: Reader,
  { permissions }: StaffActor,
  caseId: string,
  intoId: string,
): Promise<MergePreview['carries']> {
  const family = familyOf(caseId)
  const [row] = await reader.rows<CarriedRow>(Prisma.sql`SELECT
      (SELECT count(*)::int FROM reply WHERE case_id = ANY(${family})) AS messages,
      (SELECT count(*)::int FROM note WHERE case_id = ANY(${family})) AS notes,
      (SELECT count(*)::int FROM attachment WHERE case_id = ANY(${family}) AND claimed_at IS NOT NULL) AS attachments,
      w.minutes, w.amount, w.currency, (SELECT count(*)::int FROM (${newFollowers(caseId, intoId)}) f) AS followers,
      (SELECT count(*)::int FROM timer WHERE case_id = ${caseId}::uuid) AS timers,
      (SELECT count(*)::int FROM support_case WHERE merged_into_id = ${caseId}::uuid) AS tombstones
    FROM (SELECT coalesce(sum(t.minutes), 0)::int AS minutes,
        CASE WHEN NOT coalesce(bool_or(r.amount IS NULL AND r.billable_minutes > 0) OR count(DISTINCT r.currency) > 1, false)
          THEN coalesce(sum(r.amount), 0)::float8 END AS amount, min(r.currency) AS currency
      FROM time_entry t JOIN time_rating r ON r.entry_id = t.id WHERE t.case_id = ANY(${family})) w`)
  if (row === undefined) throw new Error('A count gave no row')
  const { minutes, amount, currency, ...counts } = row
  const readsTime = permissions.has('time:read')
  const isShown = readsTime && permissions.has('agreement:read') && amount !== null && currency !== null
  return {
    ...counts,
    minutes: readsTime ? minutes : null,
    amount: isShown ? toWire({ minor: amount, currency }) : null,
  }
}

/** Contacts who would see the dialogue of a case that they do not see now, by name. */
async function findNewReaders(reader: Reader, caseId: string, intoId: string): Promise<MergePreview['readers']> {
  const seen = (
    id: string,
  ) => Prisma.sql`SELECT contact_id FROM support_case WHERE id = ANY(${familyOf(id)}) AND contact_id IS NOT NULL
    UNION SELECT contact_id FROM case_participant WHERE case_id = ANY(${familyOf(id)})`
  return reader.rows<
    MergePreview['readers'][number]
  >(Prisma.sql`WITH source AS (${seen(caseId)}), survivor AS (${seen(intoId)}), new AS (
      SELECT contact_id, 'survivor' AS sees FROM source WHERE contact_id NOT IN (SELECT contact_id FROM survivor)
      UNION ALL SELECT contact_id, 'source' FROM survivor WHERE contact_id NOT IN (SELECT contact_id FROM source))
    SELECT json_build_object('id', k.id, 'name', k.name) AS contact, new.sees FROM new JOIN contact k ON k.id = new.contact_id
    WHERE k.is_active AND NOT k.sees_all_cases ORDER BY k.name, k.id`)
}
