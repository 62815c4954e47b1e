import { ImportMapping } from '@timedesk/contracts/imports'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import { bringSomeIntoWorkflows } from '../../helpdesk/moves/bring-into-workflow.ts'
import type { Context, SystemActor } from '../../platform/context.ts'
import type { Database, Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import { insertRows, type Table } from '../../platform/db/insert-rows.ts'
import { readDirectory } from './directory.ts'
import { gatherCases, type SourceCase } from './gather-cases.ts'
import { holdImports } from './hold-imports.ts'
import { openFile } from './open-file.ts'
import { UnreadableFileError } from './read-csv.ts'
import { readStatuses } from './read-statuses.ts'
import { storeCases } from './store-cases.ts'

const CASES_AT_ONCE = 200

export type ImportDeps = {
  database: Database
  storage: Storage
  now: () => Date
  newId: () => string
  /** Hears how far the import came, in rows. */
  onProgress?: (rowsRead: number) => void
  /** How much is held and stored at a time. */
  casesAtOnce?: number
  shareBytesMax?: number
}

type Job = {
  id: string
  source: string
  fileName: string
  storageKey: string
  mapping: unknown
  state: string
  casesDone: number
}

/**
 * Runs an import, or goes on with one that was broken off: behind the last cases that it stored. A finished one is
 * left alone. A file that cannot be read ends it as failed; after a fault it is failed too, and rejects, so that
 * whoever runs it may try again. Refuses with `import_running` while another import runs.
 */
export async function runImport(deps: ImportDeps, importId: string): Promise<void> {
  await holdImports(deps.database, async () => {
    const job = await readJob(deps.database, importId)
    if (job.state === 'finished') return
    await setState(deps, importId, 'running', null)
    try {
      await importAll(deps, job)
      await bringIntoTheirWorkflows(deps, job)
      await deps.database.transact((tx) => finish(tx, deps, job))
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error)
      await setState(deps, importId, 'failed', failure)
      if (!(error instanceof UnreadableFileError || error instanceof Refusal)) throw error
    }
  })
}

async function importAll(deps: ImportDeps, job: Job): Promise<void> {
  const { database, storage, onProgress = () => undefined, casesAtOnce = CASES_AT_ONCE, shareBytesMax } = deps
  const mapping = ImportMapping.parse(job.mapping)
  let directory = await readDirectory(database.reader, job.source)
  const statuses = await readStatuses(database.reader)
  const actor = { kind: 'import', id: null, name: job.source } as const
  let rowsRead = 0
  let casesSeen = 0

  const shares = gatherCases({
    source: () => openFile(storage, job.storageKey),
    mapping,
    priorities: new Set(directory.priorities.keys()),
    ...(shareBytesMax !== undefined && { shareBytesMax }),
    refuse: (rows) => database.transact((tx) => insertRefusals(tx, job.id, rows)),
  })
  for await (const { cases, refused } of shares) {
    rowsRead += refused
    for (let from = 0; from < cases.length; from += casesAtOnce) {
      const some = cases.slice(from, from + casesAtOnce)
      const left = some.slice(Math.max(0, job.casesDone - casesSeen))
      casesSeen += some.length
      rowsRead += rowsOf(some)
      const storing = { now: deps.now(), newId: deps.newId, actor, directory, statuses }
      if (left.length > 0)
        directory = await database.transact(async (tx) => {
          const stored = await storeCases(tx, left, storing)
          await tx.rows(Prisma.sql`UPDATE import_job SET cases_done = ${casesSeen}, rows_read = ${rowsRead},
          rows_refused = (SELECT count(*) FROM import_refusal WHERE job_id = ${job.id}::uuid),
          cases_created = cases_created + ${stored.casesCreated}, cases_updated = cases_updated + ${stored.casesUpdated},
          events_created = events_created + ${stored.eventsCreated} WHERE id = ${job.id}::uuid`)
          return stored.directory
        })
      onProgress(rowsRead)
    }
  }
  await database.reader.rows(Prisma.sql`UPDATE import_job SET rows_read = ${rowsRead} WHERE id = ${job.id}::uuid`)
}

/** Types may have workflows of their own, which lack the statuses that an import gives its cases. */
async function bringIntoTheirWorkflows({ database, now, newId }: ImportDeps, { source }: Job): Promise<void> {
  for (let brought = CASES_AT_ONCE; brought === CASES_AT_ONCE;)
    brought = await database.transact((tx) =>
      bringSomeIntoWorkflows(tx, contextOf({ now, newId }, source), { cause: 'type' }, CASES_AT_ONCE),
    )
}

function contextOf({ now, newId }: Pick<ImportDeps, 'now' | 'newId'>, source: string): Context<SystemActor> {
  return { actor: { kind: 'import', id: null, name: source }, now: now(), newId, requestId: null, written: [] }
}

function rowsOf(cases: readonly SourceCase[]): number {
  return cases.reduce((sum, { rows }) => sum + rows.length, 0)
}

async function readJob({ reader }: Database, importId: string): Promise<Job> {
  const [job] =
    await reader.rows<Job>(Prisma.sql`SELECT id, source, file_name AS "fileName", storage_key AS "storageKey", mapping, state,
    cases_done AS "casesDone" FROM import_job WHERE id = ${importId}::uuid`)
  if (job === undefined) throw new Error(`There is no import ${importId}`)
  return job
}

async function setState({ database, now }: ImportDeps, importId: string, state: string, failure: string | null) {
  const finishedAt = state === 'failed' ? now() : null
  await database.reader
    .rows(Prisma.sql`UPDATE import_job SET state = ${state}, failure = ${failure}, finished_at = ${finishedAt}
    WHERE id = ${importId}::uuid`)
}

async function finish(tx: Tx, { now, newId }: ImportDeps, { id, source, fileName }: Job): Promise<void> {
  const [counts] = await tx.rows<{ cases: number; events: number; refused: number }>(Prisma.sql`UPDATE import_job
    SET state = 'finished', failure = NULL, finished_at = ${now()},
      rows_refused = (SELECT count(*) FROM import_refusal WHERE job_id = ${id}::uuid)
    WHERE id = ${id}::uuid
    RETURNING cases_created + cases_updated AS cases, events_created AS events, rows_refused AS refused`)
  if (counts === undefined) throw new Error(`There is no import ${id}`)
  const context = contextOf({ now, newId }, source)
  await appendEvents(tx, context, { kind: 'import', id }, [{ type: 'import.finished', fileName, ...counts }])
}

type Refused = { jobId: string; line: number; column: string; reason: string; value: string }

async function insertRefusals(
  tx: Tx,
  jobId: string,
  rows: readonly { line: number; reason: string; column: string | null; value: string | null }[],
): Promise<void> {
  const refused = rows.map(({ line, reason, column, value }) => ({
    jobId,
    line,
    column: column ?? '',
    reason,
    value: value ?? '',
  }))
  await insertRows(tx, importRefusal, refused, { isRepeatable: true })
}

const importRefusal: Table<Refused> = {
  name: 'import_refusal',
  columns: { jobId: 'uuid', line: 'int', column: 'text', reason: 'text', value: 'text' },
}
