import type { previewTime as contract, Verdict } from '@timedesk/contracts/cover'
import type { HistoryEntry } from '@timedesk/domain/cover/cover-history'
import type { z } from 'zod'
import { coverWork } from '../agreements/cover-work.ts'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'
import { billableChoice, choiceAfter } from './billable-choice.ts'
import { findTimeGround, type TimeGround } from './find-ground.ts'
import { findWarnings } from './find-warnings.ts'
import type { References } from './ground-query.ts'
import { findPools } from './hold-time.ts'
import { planChange } from './plan-change.ts'
import { presentVerdict } from './present-verdict.ts'
import { partsOf, readClock } from './read-clock.ts'
import { seekEntry, type EntryBefore } from './read-entry.ts'
import { shownTo } from './shown-to.ts'

type Asked = z.output<typeof contract.body>

/**
 * What time would be worth and what would pay for it if it were registered today, or if an entry were changed like
 * that: the same engine as registering, and nothing written. Refuses what cannot be referred to and minutes that
 * cannot be; what would only be refused or booked otherwise is told as a warning.
 */
export async function previewTime(reader: Reader, actor: StaffActor, asked: Asked, now: Date): Promise<Verdict> {
  const entry = asked.entryId === undefined ? null : await findEntry(reader, asked.entryId)
  const references = referencesOf(asked, entry, actor)
  const pools = findPools(reader, references, now)
  const ground = await findTimeGround(reader, { references, now, pointer: '/body', pools })
  const parts = partsOf(references.clock, ground.workDate, ground.zone, '/body')
  const isBillable = choiceOf(asked, entry, ground)
  const entries = parts.map((part, index): HistoryEntry => {
    return { ...ground.work, ...part, id: String(index), isBillable, ratePerHour: entry?.rateOverride ?? null }
  })
  const covers = coverWork(entries, ground.cover).map(({ cover }) => cover)
  const shows = shownTo(actor)
  const warnings = await findWarnings(reader, { references, parts, covers, ground, entry, shows })
  return presentVerdict({ minutes: references.clock.minutes, covers, ground, warnings }, shows)
}

async function findEntry(reader: Reader, entryId: string): Promise<EntryBefore> {
  const entry = await seekEntry(reader, entryId)
  if (entry === null) throw refusedReference('/body/entryId', 'There is no such entry.')
  return entry
}

function referencesOf(asked: Asked, entry: EntryBefore | null, { id }: StaffActor): References {
  if (entry === null) return { ...asked, employeeId: asked.employeeId ?? id, clock: readClock(asked, '/body') }
  const planned = planChange(entry, asked)
  return { ...planned, employeeId: entry.employeeId, entryId: entry.id, clock: planned }
}

/** As registering and changing decide it. */
function choiceOf(
  { activityTypeId, isBillable }: Asked,
  entry: EntryBefore | null,
  { customerId }: TimeGround,
): boolean | null {
  if (entry === null) return billableChoice(customerId, isBillable, '/body')
  return choiceAfter(entry, { customerId, activityTypeId }, isBillable)
}
