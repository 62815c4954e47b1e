import { replayCase } from '@timedesk/domain/helpdesk/replay-case'
import { toHistory, type StatusByCategory } from '@timedesk/domain/import/to-history'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { refreshClocksOf } from '../../service-levels/refresh-clocks-of.ts'
import { writeHistories, type Author } from '../write-histories.ts'
import { createMissing } from './create-missing.ts'
import type { Directory } from './directory.ts'
import type { SourceCase } from './gather-cases.ts'
import { idIn, tellCase, type CasePlace, type ReplayedSource, type ToldCase } from './tell-case.ts'
import { findStoredCases, type StoredCase } from './find-stored-cases.ts'
import { updateFolds } from './update-folds.ts'

export type Storing = {
  now: Date
  newId: () => string
  actor: Author
  directory: Directory
  statuses: StatusByCategory
}

export type Stored = {
  directory: Directory
  casesCreated: number
  casesUpdated: number
  /** Rows that arrived now. */
  eventsCreated: number
}

/**
 * Stores cases with their whole past. What arrived before stays; of a case that is here already, new rows join the
 * log, and the case follows them unless somebody here changed it since, or rows of before are missing in the file:
 * then it stays as it is.
 */
export async function storeCases(tx: Tx, cases: readonly SourceCase[], storing: Storing): Promise<Stored> {
  const replayed = cases.map((given): ReplayedSource => {
    const history = toHistory(given.rows, storing.statuses)
    return { given, replay: replayCase(history, { open: storing.statuses.open }) }
  })
  const directory = await createMissing(
    tx,
    storing.directory,
    replayed.map(({ replay }) => replay),
    storing,
  )
  const known = await findStoredCases(
    tx,
    directory.source,
    cases.map(({ key }) => key),
  )
  const numbers = await drawNumbers(tx, cases.length - known.size)
  const histories: ToldCase[] = []
  const folds: ToldCase[] = []
  for (const source of replayed) {
    const stored = known.get(source.given.key)
    const told = tellCase(source, stored ?? placeOf(source, directory, storing, numbers), directory)
    const fresh = stored === undefined ? told : onlyNew(told, stored)
    histories.push(fresh)
    if (stored !== undefined && fresh.events.length > 0 && follows(told, stored)) folds.push(told)
  }
  await updateFolds(
    tx,
    folds.map((fold) => fold.case),
  )
  await writeHistories(tx, histories)
  // A case that has just come has no promises; one that is here already may have some.
  const { now, newId, actor } = storing
  const goneOn = histories.filter(({ isStored, events }) => isStored && events.length > 0)
  const acting = { now, newId, actor, requestId: null, written: [] }
  await refreshClocksOf(
    tx,
    acting,
    goneOn.map((history) => history.case.id),
  )
  return {
    directory,
    casesCreated: cases.length - known.size,
    casesUpdated: folds.length,
    eventsCreated: histories.reduce((sum, { events, deedIds }) => sum + countOf(events, deedIds), 0),
  }
}

function placeOf(
  { replay }: ReplayedSource,
  { customers }: Directory,
  { newId }: Storing,
  numbers: number[],
): CasePlace {
  const number = numbers.shift()
  const { customer } = replay.case.fields
  if (number === undefined || customer === null || customer === undefined) throw new Error('A case has no place')
  return { id: newId(), number, customerId: idIn(customers, customer), isStored: false }
}

/** The log of a case that does not follow the file gets the rows, and not what would have followed from them. */
function onlyNew(told: ToldCase, stored: StoredCase): ToldCase {
  const deeds = new Set(told.deedIds)
  const isFollowing = follows(told, stored)
  const events = told.events.filter(
    ({ id }) => !stored.eventIds.has(id) && !told.creationIds.has(id) && (isFollowing || deeds.has(id)),
  )
  return { ...told, events, messages: told.messages.filter(({ id }) => !told.creationIds.has(id)) }
}

function follows({ deedIds }: ToldCase, { isTouched, deedIds: before }: StoredCase): boolean {
  const given = new Set(deedIds)
  return !isTouched && before.every((id) => given.has(id))
}

function countOf(events: ToldCase['events'], deedIds: readonly string[]): number {
  const deeds = new Set(deedIds)
  return events.filter(({ id }) => deeds.has(id)).length
}

async function drawNumbers(tx: Tx, count: number): Promise<number[]> {
  const rows = await tx.rows<{ number: number }>(
    Prisma.sql`SELECT nextval('support_case_number_seq')::int AS number FROM generate_series(1, ${count}::int)`,
  )
  return rows.map(({ number }) => number)
}
