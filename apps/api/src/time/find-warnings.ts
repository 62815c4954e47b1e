import type { Verdict } from '@timedesk/contracts/cover'
import { mondayOf } from '@timedesk/domain/calendar/days'
import type { Cover } from '@timedesk/domain/cover/entry'
import { firstOpenDay } from '@timedesk/domain/time/first-open-day'
import { Prisma } from '@timedesk/prisma/client'
import { grantedUnits } from '../agreements/cover-pools.ts'
import type { Reader } from '../platform/db/database.ts'
import { closedThrough } from './closed-period.ts'
import { drawsOf } from './draws-of.ts'
import type { TimeGround } from './find-ground.ts'
import { takenBack } from './find-time-entries.ts'
import type { References } from './ground-query.ts'
import type { DayPart } from './read-clock.ts'
import type { EntryBefore } from './read-entry.ts'
import type { Shows } from './shown-to.ts'

type Warning = Verdict['warnings'][number]

type Asked = {
  references: References
  parts: readonly DayPart[]
  covers: readonly Cover[]
  ground: TimeGround
  /** The entry that is to be changed. */
  entry: EntryBefore | null
  shows: Shows
}

const OVERLAPS_MAX = 5
const PERCENT_WHOLE = 100

/** What somebody should know before time is saved: what it overlaps, what is closed, and what cover has come to. */
export async function findWarnings(reader: Reader, asked: Asked): Promise<Warning[]> {
  const { shows, covers } = asked
  const overlaps = await findOverlaps(reader, asked.references)
  const empty = shows.showsAmounts ? await findNearlyEmpty(reader, covers, asked.ground) : []
  return [...overlaps, ...closedBooks(asked), ...(shows.showsAmounts ? covers.flatMap(overageOf) : []), ...empty]
}

async function findOverlaps(reader: Reader, { clock, employeeId, entryId }: References): Promise<Warning[]> {
  if (clock.startMs === null || clock.endMs === null) return []
  const [start, end] = [new Date(clock.startMs), new Date(clock.endMs)]
  const found = await reader.rows<{
    startedAt: Date
    endedAt: Date
    name: string
  }>(Prisma.sql`SELECT o.started_at AS "startedAt",
      o.ended_at AS "endedAt", coalesce('#' || c.number || ' ' || c.subject, p.name, ty.name) AS name
    FROM time_entry o JOIN activity_type ty ON ty.id = o.activity_type_id
    LEFT JOIN support_case c ON c.id = o.case_id LEFT JOIN project p ON p.id = o.project_id
    WHERE o.employee_id = ${employeeId}::uuid AND o.id IS DISTINCT FROM ${entryId ?? null}::uuid
      AND o.work_date BETWEEN ${start}::date - 1 AND ${end}::date + 1 AND o.started_at < ${end} AND o.ended_at > ${start}
      AND NOT ${takenBack('o')}
    ORDER BY o.started_at, o.id LIMIT ${OVERLAPS_MAX}`)
  return found.map(({ startedAt, endedAt, name }) => {
    return { kind: 'overlap', startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString(), name }
  })
}

function closedBooks({ parts, ground, entry, shows }: Asked): Warning[] {
  const { locks, closedWeeks } = ground
  const warnings: Warning[] = []
  if (
    parts.some(({ workDate }) => closedWeeks.includes(mondayOf(workDate))) ||
    (entry !== null && entry.state !== 'open')
  )
    warnings.push({ kind: 'week_closed' })
  const through = entry === null ? null : closedThrough(entry.bookedOn, locks, shows.overridesLock)
  if (through !== null) warnings.push({ kind: 'period_locked', through })
  const late = parts
    .filter(({ workDate }) => workDate !== entry?.workDate)
    .map(({ workDate }) => firstOpenDay(workDate, locks, shows.overridesLock))
    .find(({ isLate }) => isLate)
  if (late !== undefined) warnings.push({ kind: 'late', bookedOn: late.bookedOn })
  return warnings
}

function overageOf({ explanation }: Cover): Warning[] {
  return explanation.flatMap((step) =>
    step.step === 'overage' ? [{ kind: 'overage' as const, minutes: step.minutes, policy: step.policy }] : [],
  )
}

/** Pools that the time brings to the first threshold of their agreement, or that are beyond it (R29). */
async function findNearlyEmpty(reader: Reader, covers: readonly Cover[], { cover }: TimeGround): Promise<Warning[]> {
  const draws = drawsOf(covers, cover.pools)
  if (draws.length === 0) return []
  const granted = await reader.rows<{
    id: string
    granted: number
  }>(Prisma.sql`SELECT pool.id, ${grantedUnits} AS granted
    FROM cover_pool pool WHERE pool.id = ANY(${draws.map(({ pool }) => pool.id)}::uuid[])`)
  return draws.flatMap(({ pool, after }) => {
    const whole = granted.find(({ id }) => id === pool.id)?.granted ?? 0
    const { thresholds = [] } = cover.agreements.find(({ id }) => id === pool.agreementId) ?? {}
    if (whole === 0 || thresholds.length === 0) return []
    const used = (whole - after) * PERCENT_WHOLE
    if (used < Math.min(...thresholds) * whole) return []
    return [{ kind: 'nearly_empty' as const, pool: pool.name, percentUsed: Math.floor(used / whole) }]
  })
}
