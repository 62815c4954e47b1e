import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../src/platform/db/database.ts'
import { caseDueOf, clockRowsOf, type CaseDueRow, type ClockRow } from '../src/service-levels/clock-rows.ts'
import { clocksIn, readClockGround } from '../src/service-levels/refresh-clocks.ts'

/** How the clocks of cases are stored, and how their logs say they stand at a moment: the same, if all is well (R75). */
export async function verifyClocks(reader: Reader, caseIds: readonly string[], now: Date) {
  const stored: unknown[] = []
  const recomputed: unknown[] = []
  for (const caseId of caseIds) {
    const ground = await readClockGround(reader, caseId)
    const rows = ground === null ? [] : clockRowsOf(clocksIn(ground, now), ground.calendars)
    recomputed.push({ caseId, clocks: inOrder(rows), ...caseDueOf(rows) })
    stored.push({ caseId, ...(await readStored(reader, caseId)) })
  }
  return { stored, recomputed }
}

type Stored = ClockRow &
  Record<'startedAt' | 'stoppedAt' | 'reachedAt' | 'dueAt' | 'riskAt' | 'nextMarkAt' | 'breachedAt', Date | null>

async function readStored(reader: Reader, caseId: string): Promise<{ clocks: ClockRow[] } & CaseDueRow> {
  const rows =
    await reader.rows<Stored>(Prisma.sql`SELECT clock, cycle, state, started_at AS "startedAt", stopped_at AS "stoppedAt", reached_at AS "reachedAt",
      due_at AS "dueAt", risk_at AS "riskAt", target, used, next_mark_at AS "nextMarkAt", breached_at AS "breachedAt",
      is_by_hand AS "isByHand", result, policy_id AS "policyId", calendar_id AS "calendarId", segments
    FROM case_clock WHERE case_id = ${caseId}::uuid`)
  const [due] = await reader.rows<Record<keyof CaseDueRow, Date | string | null>>(
    Prisma.sql`SELECT due_at AS "dueAt", due_clock AS "dueClock", risk_at AS "riskAt" FROM support_case WHERE id = ${caseId}::uuid`,
  )
  const clocks = JSON.parse(JSON.stringify(rows)) as ClockRow[]
  return { clocks: inOrder(clocks), ...(JSON.parse(JSON.stringify(due)) as CaseDueRow) }
}

function inOrder(rows: readonly ClockRow[]): ClockRow[] {
  return rows.toSorted((one, other) => one.clock.localeCompare(other.clock) || one.cycle - other.cycle)
}
