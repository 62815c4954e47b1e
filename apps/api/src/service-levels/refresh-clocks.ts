import type { BusinessTime } from '@timedesk/domain/calendar/business-time'
import type { Clock } from '@timedesk/domain/clocks/clock'
import { clocksOf } from '@timedesk/domain/clocks/clocks-of'
import { factsOf, type StoredEvent } from '@timedesk/domain/clocks/facts-of'
import type { Acting } from '../platform/context.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import { loadCalendars } from '../settings/load-calendars.ts'
import { readClockFacts, readKeptMarks, type KeptMark } from './clock-ground.ts'
import { clocksStorage } from './clock-rows.ts'
import { settleMarks } from './settle-marks.ts'

export type ClockedCase = { id: string; customerId: string }

/** All that the clocks of a case are worked out from, and which marks were settled. */
export type ClockGround = {
  facts: StoredEvent[]
  kept: KeptMark[]
  calendars: ReadonlyMap<string, BusinessTime>
}

/** Nothing of a case without promises: then nothing else is asked. */
export async function readClockGround(reader: Reader, caseId: string): Promise<ClockGround | null> {
  const facts = await readClockFacts(reader, caseId)
  if (facts.length === 0) return null
  const [kept, calendars] = await Promise.all([readKeptMarks(reader, caseId), loadCalendars(reader)])
  return { facts, kept, calendars }
}

/**
 * Works the clocks of a case out anew from its log (R75), records what has passed since (R79), and stores how they
 * stand. The transaction has to hold the case's row. Run twice, late or by several workers it changes nothing more.
 */
export async function refreshClocks(tx: Tx, context: Acting, about: ClockedCase): Promise<void> {
  await settleClocks(tx, context, about, await readClockGround(tx, about.id))
}

/** The same of what was read already in this transaction. */
export async function settleClocks(
  tx: Tx,
  context: Acting,
  about: ClockedCase,
  ground: ClockGround | null,
): Promise<void> {
  if (ground === null) return
  const clocks = clocksIn(ground, context.now)
  await settleMarks(tx, context, about, { ...ground, clocks })
  await tx.rows(clocksStorage(about.id, clocks, ground.calendars))
}

/** The clocks as they stand at a moment. */
export function clocksIn({ facts, calendars }: Pick<ClockGround, 'facts' | 'calendars'>, now: Date): Clock[] {
  return clocksOf(factsOf(facts), calendars, now)
}
