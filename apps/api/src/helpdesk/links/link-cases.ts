import type { LinkRole } from '@timedesk/contracts/case-links'
import { LINKED_CASES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { CaseWorker, Context } from '../../platform/context.ts'
import { familyOf } from '../../platform/db/case-family.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseMerged } from '../../platform/db/refuse-merged.ts'
import { lockCase, refusedReference } from '../lock-case.ts'
import { leadsTo } from './find-circle.ts'
import { ruleOf, SINGLE_KINDS, type LinkKind } from './link-kinds.ts'
import { findNamed, tellLinked, type Named } from './tell-linked.ts'

/** Two cases, and what the other one is to the first. `pointer` says where the request names the other one. */
type Link = { caseId: string; role: LinkRole; otherId: string; pointer?: string }

/** The ends of a link as it is stored. */
type Ends = { kind: LinkKind; from: Named; to: Named }

/**
 * Says what another case is to one. Both logs tell of it. Where there may be one at most, it takes the place of the
 * present one. Refuses with `not_found`, `reference_refused`, and `case_merged` a tombstone at either end; with
 * `tree_cycle` a circle of parents; and with `link_refused` any other circle, what would be a problem and an incident at
 * once, and more links of a kind than there may be. What is linked so already is none.
 */
export async function linkCases(tx: Tx, context: Context<CaseWorker>, link: Link): Promise<void> {
  const { kind, from, to } = await holdEnds(tx, link)
  const { id: toId } = to
  if (await isLinked(tx, kind, from.id, toId)) return
  await refuseCircles(tx, kind, from, to)
  if (SINGLE_KINDS.has(kind)) await removeLinks(tx, context, { kind, from })
  await refuseTooMany(tx, kind, from, to)
  await tx.rows(Prisma.sql`INSERT INTO case_link (case_id, other_id, kind, created_at)
    VALUES (${from.id}::uuid, ${toId}::uuid, ${kind}, ${context.now})`)
  await tellLinked(tx, context, 'case.linked', { kind, from, to })
}

/** Takes a link away; both logs tell of it. Refuses like `linkCases`. What is not linked so is no refusal. */
export async function unlinkCases(tx: Tx, context: Context<CaseWorker>, link: Link): Promise<void> {
  const { kind, from, to } = await holdEnds(tx, link)
  await removeLinks(tx, context, { kind, from, to })
}

/** Takes away all links of a kind from a case, or those to one other: of what was merged into either, too. */
export async function removeLinks(
  tx: Tx,
  context: Context<CaseWorker>,
  { kind, from, to }: { kind: LinkKind; from: Named; to?: Named },
): Promise<void> {
  const isTo = (far: Prisma.Sql) => (to === undefined ? Prisma.sql`true` : Prisma.sql`${far} = ANY(${familyOf(to.id)})`)
  const either =
    kind === 'relates'
      ? Prisma.sql`OR (l.other_id = ANY(${familyOf(from.id)}) AND ${isTo(Prisma.sql`l.case_id`)})`
      : Prisma.empty
  const gone = await tx.rows<{ farId: string }>(Prisma.sql`DELETE FROM case_link l
    WHERE l.kind = ${kind} AND ((l.case_id = ANY(${familyOf(from.id)}) AND ${isTo(Prisma.sql`l.other_id`)}) ${either})
    RETURNING CASE WHEN l.case_id = ANY(${familyOf(from.id)}) THEN l.other_id ELSE l.case_id END AS "farId"`)
  const told = new Set<string>()
  for (const { farId } of gone) {
    const far =
      to ??
      (await findNamed(
        tx,
        Prisma.sql`c.id = (SELECT coalesce(f.merged_into_id, f.id) FROM support_case f WHERE f.id = ${farId}::uuid)`,
      ))
    if (far === undefined || told.has(far.id) || far.id === from.id) continue
    told.add(far.id)
    await tellLinked(tx, context, 'case.unlinked', { kind, from, to: far })
  }
}

async function holdEnds(tx: Tx, { caseId, role, otherId, pointer = '/params/otherId' }: Link): Promise<Ends> {
  // One at a time: two links at once could make a circle.
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('case tree'))`)
  await lockCase(tx, caseId)
  const own = await findNamed(tx, Prisma.sql`c.id = ${caseId}::uuid`)
  const other = await findNamed(tx, Prisma.sql`c.id = ${otherId}::uuid`)
  if (own === undefined) throw new Error('The locked case is gone')
  if (other === undefined) throw refusedReference(pointer, 'The case does not exist.')
  await refuseMerged(tx, otherId, pointer)
  const { kind, isOther } = ruleOf[role]
  return isOther ? { kind, from: own, to: other } : { kind, from: other, to: own }
}

async function isLinked(tx: Tx, kind: LinkKind, fromId: string, toId: string): Promise<boolean> {
  const either =
    kind === 'relates' ? Prisma.sql`OR (case_id = ${toId}::uuid AND other_id = ${fromId}::uuid)` : Prisma.empty
  const [row] = await tx.rows<{ isLinked: boolean }>(Prisma.sql`SELECT EXISTS (SELECT 1 FROM case_link
    WHERE kind = ${kind} AND ((case_id = ${fromId}::uuid AND other_id = ${toId}::uuid) ${either})) AS "isLinked"`)
  return row?.isLinked ?? false
}

const circles: Partial<Record<LinkKind, string>> = {
  duplicate: 'Each case would say the other one again.',
  blocks: 'The cases would wait for each other.',
}

async function refuseCircles(tx: Tx, kind: LinkKind, from: Named, to: Named): Promise<void> {
  if (kind === 'parent') {
    if (from.id === to.id || (await leadsTo(tx, kind, [to.id, from.id]))) throw new Refusal('tree_cycle')
    return
  }
  if (from.id === to.id) throw new Refusal('link_refused', { detail: 'A case cannot be linked to itself.' })
  const detail = circles[kind]
  if (detail !== undefined && (await leadsTo(tx, kind, [to.id, from.id]))) throw new Refusal('link_refused', { detail })
  if (kind === 'incident') await refuseProblemOfProblem(tx, from, to)
}

/** A problem is of no other problem, and an incident has none of its own. */
async function refuseProblemOfProblem(tx: Tx, incident: Named, problem: Named): Promise<void> {
  const [row] = await tx.rows<{ isIncident: boolean; hasIncidents: boolean }>(Prisma.sql`SELECT
    EXISTS (SELECT 1 FROM case_link WHERE kind = 'incident' AND case_id = ANY(${familyOf(problem.id)})) AS "isIncident",
    EXISTS (SELECT 1 FROM case_link WHERE kind = 'incident' AND other_id = ANY(${familyOf(incident.id)})) AS "hasIncidents"`)
  if (row?.isIncident === true)
    throw new Refusal('link_refused', { detail: `Case ${String(problem.number)} is an incident of another problem.` })
  if (row?.hasIncidents === true)
    throw new Refusal('link_refused', { detail: `Case ${String(incident.number)} is a problem with incidents itself.` })
}

async function refuseTooMany(tx: Tx, kind: LinkKind, from: Named, to: Named): Promise<void> {
  const [row] = await tx.rows<{ links: number }>(Prisma.sql`SELECT greatest(
    (SELECT count(*) FROM case_link WHERE other_id = ${to.id}::uuid AND kind = ${kind}),
    (SELECT count(*) FROM case_link WHERE case_id = ${from.id}::uuid AND kind = ${kind}))::int AS links`)
  if ((row?.links ?? 0) < LINKED_CASES_MAX) return
  const detail =
    kind === 'parent'
      ? `There may be ${String(LINKED_CASES_MAX)} cases below one at most.`
      : `There may be ${String(LINKED_CASES_MAX)} links of a kind at most.`
  throw new Refusal('link_refused', { detail })
}
