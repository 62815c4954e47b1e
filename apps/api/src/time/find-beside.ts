import type { RatedMinutes } from '@timedesk/domain/cover/entry'
import { Prisma } from '@timedesk/prisma/client'
import { isCaseUnit, poolJson, type LoadedPool } from '../agreements/cover-pools.ts'
import { termsJson, type LoadedTerms, type PlainTerms } from '../agreements/cover-terms.ts'
import type { Reader } from '../platform/db/database.ts'
import type { GroundRow, References } from './ground-query.ts'

/** What only some work needs to be covered. */
export type Beside = {
  agreements: LoadedTerms[]
  caseTypeIds: string[]
  departmentIds: string[]
  ratedBefore: RatedMinutes[]
  /** Pools that gave the case a unit, open or not. */
  casePools: LoadedPool[]
  /** Pools that the entry draws from, open or not, and what it drew. */
  ownPools: LoadedPool[]
  returned: { poolId: string; units: number; workDate: string }[]
}

/**
 * Finds what the agreements at hand ask for beyond the plain ground: their prices, scopes and calendars, the branches
 * above the case, and what was done on it before. Most ask for nothing, and then nothing is looked up.
 */
export async function findBeside(reader: Reader, references: References, row: GroundRow): Promise<Beside> {
  const { caseId = null, entryId = null } = references
  const plain = row.agreements ?? []
  const isScoped = plain.some((agreement) => agreement.isScoped)
  const isGrouped = caseId !== null && plain.some(({ roundingScope }) => roundingScope !== 'entry')
  const [agreements, caseTypeIds, departmentIds, ratedBefore, casePools, ownPools, returned] = await Promise.all([
    completeTerms(reader, plain),
    isScoped ? findLine(reader, 'case_type', row.caseTypeId) : [],
    isScoped ? findLine(reader, 'department', row.departmentId) : [],
    isGrouped ? findRatedBefore(reader, caseId, entryId, row) : [],
    caseId !== null && row.hasCaseUnits ? findCasePools(reader, caseId, entryId) : [],
    entryId === null ? [] : findOwnPools(reader, entryId),
    entryId === null ? [] : findReturned(reader, entryId),
  ])
  return { agreements, caseTypeIds, departmentIds, ratedBefore, casePools, ownPools, returned }
}

async function completeTerms(reader: Reader, plain: readonly PlainTerms[]): Promise<LoadedTerms[]> {
  const ids = plain.filter(({ isWhole }) => !isWhole).map(({ id }) => id)
  if (ids.length === 0) return [...plain]
  const found = await reader.rows<{ terms: LoadedTerms }>(
    Prisma.sql`SELECT ${termsJson} AS terms FROM agreement a WHERE a.id = ANY(${ids}::uuid[])`,
  )
  return [...plain.filter(({ isWhole }) => isWhole), ...found.map(({ terms }) => terms)]
}

/** A branch with those above it. */
async function findLine(reader: Reader, table: 'case_type' | 'department', id: string | null): Promise<string[]> {
  const name = Prisma.raw(table)
  const line = await reader.rows<{ id: string }>(Prisma.sql`WITH RECURSIVE line AS (
      SELECT b.id, b.parent_id FROM ${name} b WHERE b.id = ${id}::uuid
      UNION SELECT b.id, b.parent_id FROM ${name} b JOIN line l ON b.id = l.parent_id)
    SELECT id FROM line`)
  return line.map((branch) => branch.id)
}

/** What was rated on the case in the months of the days. */
async function findRatedBefore(
  reader: Reader,
  caseId: string,
  entryId: string | null,
  { fromDay, toDay }: GroundRow,
): Promise<RatedMinutes[]> {
  return reader.rows<RatedMinutes>(Prisma.sql`SELECT t.agreement_id AS "agreementId", t.work_date::text AS "workDate",
      sum(t.minutes)::int AS minutes, sum(r.billable_minutes)::int AS "billableMinutes"
    FROM time_entry t JOIN time_rating r ON r.entry_id = t.id
    WHERE t.case_id = ${caseId}::uuid AND t.is_billable AND t.agreement_id IS NOT NULL AND t.id IS DISTINCT FROM ${entryId}::uuid
      AND t.work_date >= date_trunc('month', ${fromDay}::date)::date AND t.work_date < (date_trunc('month', ${toDay}::date) + interval '1 month')::date
    GROUP BY t.agreement_id, t.work_date`)
}

async function findCasePools(reader: Reader, caseId: string, entryId: string | null): Promise<LoadedPool[]> {
  return findPoolsIn(
    reader,
    Prisma.sql`SELECT p.pool_id FROM time_entry t JOIN cover_piece p ON p.entry_id = t.id
      WHERE t.case_id = ${caseId}::uuid AND t.id IS DISTINCT FROM ${entryId}::uuid AND ${isCaseUnit}`,
  )
}

async function findOwnPools(reader: Reader, entryId: string): Promise<LoadedPool[]> {
  return findPoolsIn(reader, Prisma.sql`SELECT x.pool_id FROM cover_piece x WHERE x.entry_id = ${entryId}::uuid`)
}

async function findPoolsIn(reader: Reader, ids: Prisma.Sql): Promise<LoadedPool[]> {
  const found = await reader.rows<{ pool: LoadedPool }>(
    Prisma.sql`SELECT ${poolJson} AS pool FROM cover_pool pool WHERE pool.id IN (${ids})`,
  )
  return found.map(({ pool }) => pool)
}

async function findReturned(reader: Reader, entryId: string): Promise<Beside['returned']> {
  return reader.rows(Prisma.sql`SELECT l.pool_id AS "poolId", -l.units::float8 AS units, l.work_date::text AS "workDate"
    FROM cover_piece x JOIN pool_ledger l ON l.id = x.ledger_id
    WHERE x.entry_id = ${entryId}::uuid AND NOT EXISTS (SELECT 1 FROM pool_ledger back WHERE back.reverses_id = l.id)`)
}
