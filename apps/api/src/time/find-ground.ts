import type { EntryToCover } from '@timedesk/domain/cover/entry'
import type { PeriodLocks } from '@timedesk/domain/time/first-open-day'
import type { Zone } from '@timedesk/domain/time/zone'
import { poolsForWork, type LoadedPool } from '../agreements/cover-pools.ts'
import { choiceOf, type CoverGround } from '../agreements/cover-work.ts'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import type { Reader } from '../platform/db/database.ts'
import type { CostRate } from './cost-of-work.ts'
import { findBeside, type Beside } from './find-beside.ts'
import { groundQuery, type GroundRow, type References } from './ground-query.ts'
import { refuseUnusable } from './refuse-unusable.ts'

/** The references, found and usable, and everything that decides what the time is worth and who pays. */
export type TimeGround = {
  cover: CoverGround
  work: Omit<EntryToCover, 'workDate' | 'startMs' | 'endMs' | 'minutes' | 'isBillable' | 'ratePerHour'>
  zone: Zone
  customerId: string | null
  projectId: string | null
  /** The first day, `YYYY-MM-DD`. */
  workDate: string
  employeeName: string
  activityTypeName: string
  /** Mondays of the weeks that are submitted or approved. */
  closedWeeks: string[]
  locks: PeriodLocks
  costRates: CostRate[]
}

type Asked = {
  references: References
  now: Date
  pointer: string
  /** The pools that hold on the days, being looked up in the same moment. */
  pools: Promise<LoadedPool[]>
}

/**
 * Finds all that time needs: in one round trip, and a second one where its agreements ask for more. Refuses with
 * `reference_refused`, pointing below `pointer`.
 */
export async function findTimeGround(
  reader: Reader,
  { references, now, pointer, pools: asked }: Asked,
): Promise<TimeGround> {
  const [pools, [row]] = await Promise.all([asked, reader.rows<GroundRow>(groundQuery(references, now))])
  if (row === undefined) throw new Error('The database has no company')
  const names = refuseUnusable(row, pointer)
  const beside = await findBeside(reader, references, row)
  const { customer, softLockedThrough, hardLockedThrough } = row
  return {
    ...names,
    zone: zoneNamed(row.timeZone),
    customerId: customer?.id ?? null,
    projectId: row.projectId,
    workDate: row.fromDay,
    closedWeeks: row.closedWeeks ?? [],
    locks: { softLockedThrough, hardLockedThrough },
    costRates: row.costRates ?? [],
    cover: coverOf(references, row, beside, pools),
    work: workOf(references, row, beside),
  }
}

function coverOf({ caseId = null }: References, row: GroundRow, beside: Beside, pools: LoadedPool[]): CoverGround {
  const { casePools, ownPools, ratedBefore, returned, agreements } = beside
  const all = new Map([...(row.emptyPools ?? []), ...ownPools, ...casePools, ...pools].map((pool) => [pool.id, pool]))
  const before = { ratedBefore, casePoolIds: casePools.map(({ id }) => id) }
  const company = { currency: row.companyCurrency, ratePerHour: row.companyRate }
  return {
    payer: { customer: row.customer, company, zone: zoneNamed(row.timeZone) },
    agreements,
    pools: poolsForWork([...all.values()], returned),
    cases: caseId === null ? new Map() : new Map([[caseId, before]]),
  }
}

function workOf({ caseId = null }: References, row: GroundRow, beside: Beside): TimeGround['work'] {
  const { activityType, priceClass, presentAgreementIds, projectId, caseProjectId } = row
  const { caseTypeIds, departmentIds } = beside
  const projectIds = [projectId, caseProjectId].flatMap((id) => id ?? [])
  return {
    activityType,
    priceClass,
    caseId,
    choice: choiceOf(row),
    presentAgreementIds,
    caseTypeIds,
    departmentIds,
    projectIds,
  }
}
