import type { TimeDraft } from '@timedesk/contracts/time'
import { Refusal } from '@timedesk/contracts/refusal'
import { mondayOf } from '@timedesk/domain/calendar/days'
import type { WireMoney } from '@timedesk/domain/money/money'
import { firstOpenDay } from '@timedesk/domain/time/first-open-day'
import { coverWork, type CoveredWork } from '../agreements/cover-work.ts'
import { subjectOfTime } from '../agreements/subject-of-time.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseMerged } from '../platform/db/refuse-merged.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { readRate } from '../platform/read-rate.ts'
import { billableChoice } from './billable-choice.ts'
import { demandPermission } from './demand-permission.ts'
import { findTimeGround, type TimeGround } from './find-ground.ts'
import type { References } from './ground-query.ts'
import { holdForTime } from './hold-time.ts'
import { insertEntry, type Booking, type Correction, type NewEntry } from './insert-entry.ts'
import { partsOf, readClock, refusedMinutes } from './read-clock.ts'

export type NewTime = TimeDraft & {
  caseId?: string | undefined
  projectId?: string | undefined
  taskId?: string | undefined
  /** The reply or note of the case that the time was written beside. */
  replyId?: string | undefined
  noteId?: string | undefined
  /** Somebody else, with the permission `time:write_others`. */
  employeeId?: string | undefined
  /** A price of its own, with the permission `agreement:write` (R6). */
  ratePerHour?: WireMoney | undefined
  /** What it replaces, where it corrects something. */
  correction?: Correction | undefined
  /** Where it counts in the books, whatever week and period say: for corrections. */
  booking?: Booking | undefined
}

/** Time that is covered and about to be stored: the id of its last entry, and the statements that store it. */
export type PreparedTime = { id: string; store: () => Promise<void> }

/**
 * Registers time on a case, on a project or a task of it, or as internal time; covers and rates it at once (R1–R24)
 * and tells the log. Over midnight it becomes an entry for each day (R12); resolves with the id of the last one.
 * Work of a closed period is booked on the first open day as late (R52).
 * Refuses with `reference_refused` what is missing or inactive, pointing below `pointer`; with `permission_denied`
 * time in another's name and a price of its own; with `case_merged` a tombstone, and with `week_closed` time of a
 * submitted or approved week.
 */
export async function registerTime(
  tx: Tx,
  context: Context<StaffActor>,
  input: NewTime,
  pointer = '/body',
): Promise<string> {
  const { id, store } = await prepareTime(tx, context, input, pointer)
  await store()
  return id
}

/** The same in two steps, so that what is asked for next can travel with what is stored. Nothing is written before. */
export async function prepareTime(
  tx: Tx,
  context: Context<StaffActor>,
  input: NewTime,
  pointer = '/body',
): Promise<PreparedTime> {
  const { actor, now } = context
  const employeeId = input.employeeId ?? actor.id
  if (employeeId !== actor.id) demandPermission(actor, 'time:write_others')
  if (input.ratePerHour !== undefined && input.correction === undefined) demandPermission(actor, 'agreement:write')
  const { correctsId } = input.correction ?? {}
  const references: References = { ...input, employeeId, correctsId, clock: readClock(input, pointer) }
  const pools = holdForTime(tx, references, now)
  const [ground] = await Promise.all([
    findTimeGround(tx, { references, now, pointer, pools }),
    // A correction stays where its original is.
    input.caseId !== undefined && input.correction === undefined && refuseMerged(tx, input.caseId, `${pointer}/caseId`),
  ])
  const entries = planEntries(context, input, references, ground, pointer)
  const last = entries.at(-1)
  if (last === undefined) throw refusedMinutes(`${pointer}/minutes`, 'too_few', 'There is not a minute on any day.')
  const covered = coverWork(entries, ground.cover)
  for (const { cover } of covered) readRate(input.ratePerHour ?? null, cover.currency, `${pointer}/ratePerHour`)
  return { id: last.id, store: () => storeEntries(tx, context, entries, covered, ground) }
}

async function storeEntries(
  tx: Tx,
  context: Context<StaffActor>,
  entries: readonly NewEntry[],
  covered: readonly CoveredWork[],
  { employeeName, activityTypeName: activityType }: TimeGround,
): Promise<void> {
  const written = covered.flatMap((work) =>
    entries.filter(({ id }) => id === work.id).map((entry) => ({ entry, ...work })),
  )
  const [first] = entries
  if (first === undefined) return
  await Promise.all([
    ...written.map((work) => insertEntry(tx, context, work)),
    appendEvents(
      tx,
      context,
      subjectOfTime(first),
      written.map(({ entry: { id: entryId, minutes }, cover: { isBillable } }) => {
        return { type: 'time.registered', entryId, minutes, isBillable, employeeName, activityType }
      }),
    ),
  ])
}

/** An entry for each day, booked where the books are open. */
function planEntries(
  { actor, newId }: Context<StaffActor>,
  input: NewTime,
  { clock, employeeId }: References,
  ground: TimeGround,
  pointer: string,
): NewEntry[] {
  const { workDate, zone, customerId, projectId, locks, costRates } = ground
  const isBillable = billableChoice(customerId, input.isBillable, pointer)
  const { ratePerHour: price } = input
  const ratePerHour = price === undefined ? null : readRate(price, price.currency, `${pointer}/ratePerHour`)
  return partsOf(clock, workDate, zone, pointer).map((part) => {
    if (input.booking === undefined) refuseClosedWeek(part.workDate, ground)
    const opened = firstOpenDay(part.workDate, locks, actor.permissions.has('period:override'))
    const booking = input.booking ?? { ...opened, state: 'open' }
    const own = { id: newId(), employeeId, customerId, projectId, input, booking, costRates }
    return { ...ground.work, ...part, ...own, isBillable, ratePerHour }
  })
}

function refuseClosedWeek(workDate: string, { closedWeeks }: TimeGround): void {
  const monday = mondayOf(workDate)
  if (closedWeeks.includes(monday))
    throw new Refusal('week_closed', { detail: `The week from ${monday} on is submitted or approved.` })
}
