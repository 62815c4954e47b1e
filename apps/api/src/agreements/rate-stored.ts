import type { Cover } from '@timedesk/domain/cover/entry'
import type { HistoryEntry } from '@timedesk/domain/cover/cover-history'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { poolsForWork } from './cover-pools.ts'
import { choiceOf, coverWork } from './cover-work.ts'
import { findCasesBefore, findCustomerGround, lineOf, type CustomerGround } from './customer-ground.ts'
import { replaceRatings } from './replace-ratings.ts'
import { settleDraws, type Recovered } from './settle-draws.ts'
import { findStored, type StoredEntry } from './stored-entries.ts'
import { namesOf, worthOf, type Worth } from './worth.ts'

/** An entry whose cover is another now, with its worth before and after as people read it. */
export type RatedAnew = Recovered & { before: Worth; after: Worth }

/** Which work is meant. */
export type Meant = {
  /** On entry `t` and its rating `r`. */
  condition: Prisma.Sql
  /** Which of the entries that it finds, when only the engine can tell. */
  isMeant?: (entry: HistoryEntry, stored: StoredEntry, ground: CustomerGround) => boolean
}

/**
 * Covers and rates stored work of a customer anew, in the order of its work (R11, R16): all units that it drew count
 * as given back, and whoever draws the same again keeps its draw. Actual minutes stay as they are (R1), and so does
 * everything of a closed period. Whoever calls this holds the customer alone. Resolves with what changed, in that order.
 */
export async function rateStored(
  tx: Tx,
  context: Acting,
  customerId: string | null,
  { condition, isMeant }: Meant,
): Promise<RatedAnew[]> {
  const ofCustomer =
    customerId === null ? Prisma.sql`t.customer_id IS NULL` : Prisma.sql`t.customer_id = ${customerId}::uuid`
  const [found, ground] = await Promise.all([
    findStored(tx, Prisma.sql`${ofCustomer} AND ${condition}`),
    findCustomerGround(tx, customerId),
  ])
  const asked = found.map((stored) => ({ stored, entry: workOf(stored, ground) }))
  const meant = isMeant === undefined ? asked : asked.filter(({ stored, entry }) => isMeant(entry, stored, ground))
  if (meant.length === 0) return []

  const covers = await coverAnew(tx, meant, ground)
  const recovered = settleDraws(covers, ground, context.newId)
  if (recovered.changed.length === 0) return []
  await replaceRatings(tx, context, recovered)
  const names = namesOf(ground)
  return recovered.changed.map((entry) => {
    const { stored, cover, pieces } = entry
    return { ...entry, before: worthOf(stored, names), after: worthOf({ ...cover, pieces }, names) }
  })
}

type Covered = { stored: StoredEntry; cover: Cover }

/** In the order in which they were covered. */
async function coverAnew(
  tx: Tx,
  work: readonly { stored: StoredEntry; entry: HistoryEntry }[],
  ground: CustomerGround,
): Promise<Covered[]> {
  const caseIds = [...new Set(work.flatMap(({ stored: { caseId } }) => caseId ?? []))]
  const ids = work.map(({ stored }) => stored.id)
  const cases = caseIds.length === 0 ? new Map<string, never>() : await findCasesBefore(tx, caseIds, ids)
  const returned = work.flatMap(({ stored }) => stored.pieces.flatMap(({ draw }) => draw ?? []))
  const involved = new Set(returned.map(({ poolId }) => poolId))
  for (const { casePoolIds } of cases.values()) for (const poolId of casePoolIds) involved.add(poolId)
  const pools = ground.pools.filter(({ id, isOpen }) => isOpen || involved.has(id))
  const covered = coverWork(
    work.map(({ entry }) => entry),
    { payer: ground.payer, agreements: ground.agreements, pools: poolsForWork(pools, returned), cases },
  )
  const storedById = new Map(work.map(({ stored }) => [stored.id, stored]))
  return covered.map(({ id, cover }) => {
    const stored = storedById.get(id)
    if (stored === undefined) throw new Error('An entry was covered that nobody asked for')
    return { stored, cover }
  })
}

function workOf(stored: StoredEntry, { caseTypes, departments }: CustomerGround): HistoryEntry {
  const { id, workDate, minutes, activityType, priceClass, caseId, agreementId, pieces } = stored
  return {
    id,
    workDate,
    startMs: stored.startedAt?.getTime() ?? null,
    endMs: stored.endedAt?.getTime() ?? null,
    minutes,
    isBillable: stored.billableChoice,
    ratePerHour: stored.rateOverride,
    activityType,
    priceClass,
    caseId,
    choice: choiceOf(stored),
    presentAgreementIds: [agreementId, ...pieces.map((piece) => piece.agreementId)].flatMap((present) => present ?? []),
    caseTypeIds: lineOf(caseTypes, stored.caseTypeId),
    departmentIds: lineOf(departments, stored.departmentId),
    projectIds: [stored.projectId, stored.caseProjectId].flatMap((projectId) => projectId ?? []),
  }
}
