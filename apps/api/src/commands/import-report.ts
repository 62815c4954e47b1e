import type { ImportMapping } from '@timedesk/contracts/imports'
import { replayCase } from '@timedesk/domain/helpdesk/replay-case'
import { toHistory } from '@timedesk/domain/import/to-history'
import type { RefusedRow } from '@timedesk/domain/import/map-row'
import { Prisma } from '@timedesk/prisma/client'
import { readDirectory } from '../integrations/case-import/directory.ts'
import { findImport } from '../integrations/case-import/find-imports.ts'
import { gatherCases } from '../integrations/case-import/gather-cases.ts'
import type { CsvSource } from '../integrations/case-import/read-csv.ts'
import { readStatuses } from '../integrations/case-import/read-statuses.ts'
import { runImport } from '../integrations/case-import/run-import.ts'
import { CommandError, tell, type World } from './run-command.ts'

const FINISHED = 0
const SOME_ROWS_REFUSED = 3
const REFUSALS_AT_ONCE = 1_000
const PROGRESS_ROWS = 1_000

/** Runs an import, tells how far it is, prints the refused rows as CSV, and resolves with the exit status. */
export async function reportImport(world: World, importId: string): Promise<number> {
  const startedAt = performance.now()
  await runImport({ ...world, onProgress: createProgress() }, importId)
  const result = await findImport(world.database.reader, importId)
  if (result.state === 'failed') throw new CommandError(result.failure ?? 'The import failed.')

  const { rowsRead, casesCreated, casesUpdated, eventsCreated, rowsRefused } = result
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  tell(`Read ${count(rowsRead, 'row')} in ${seconds} s.`)
  tell(
    `${count(casesCreated, 'case')} created, ${count(casesUpdated, 'case')} updated, ${count(eventsCreated, 'event')} added.`,
  )
  if (rowsRefused === 0) return FINISHED
  tell(`${count(rowsRefused, 'row')} refused:`)
  await printRefusals(world, importId)
  return SOME_ROWS_REFUSED
}

/** Reads all of a file and tells what an import would find, without writing anything. Resolves with the exit status. */
export async function tryImport({ database }: World, mapping: ImportMapping, source: CsvSource): Promise<number> {
  const { priorities } = await readDirectory(database.reader, mapping.source)
  const statuses = await readStatuses(database.reader)
  const refused: RefusedRow[] = []
  const refuse = (rows: RefusedRow[]) => {
    refused.push(...rows)
    return Promise.resolve()
  }
  let cases = 0
  let events = 0
  for await (const share of gatherCases({ source, mapping, priorities: new Set(priorities.keys()), refuse })) {
    cases += share.cases.length
    for (const { rows } of share.cases) {
      replayCase(toHistory(rows, statuses), { open: statuses.open })
      events += rows.length
    }
  }
  tell(`${count(cases, 'case')} with ${count(events, 'event')} could be imported; nothing was written.`)
  if (refused.length === 0) return FINISHED
  tell(`${count(refused.length, 'row')} would be refused:`)
  print(['line', 'column', 'reason', 'value'])
  for (const { line, column, reason, value } of refused) print([String(line), column ?? '', reason, value ?? ''])
  return SOME_ROWS_REFUSED
}

async function printRefusals({ database }: World, importId: string): Promise<void> {
  print(['line', 'column', 'reason', 'value'])
  for (let offset = 0; ; offset += REFUSALS_AT_ONCE) {
    const rows = await database.reader.rows<{ line: number; column: string; reason: string; value: string }>(
      Prisma.sql`SELECT line, "column", reason, value FROM import_refusal WHERE job_id = ${importId}::uuid
        ORDER BY line, "column" LIMIT ${REFUSALS_AT_ONCE} OFFSET ${offset}`,
    )
    for (const { line, column, reason, value } of rows) print([String(line), column, reason, value])
    if (rows.length < REFUSALS_AT_ONCE) return
  }
}

/** One line that counts up on a terminal; elsewhere nothing, so that logs stay short. */
function createProgress(): (rowsRead: number) => void {
  let told = 0
  return (rowsRead) => {
    if (!process.stderr.isTTY || rowsRead - told < PROGRESS_ROWS) return
    told = rowsRead
    process.stderr.write(`\r${count(rowsRead, 'row')} …`)
  }
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}

function print(cells: readonly string[]): void {
  const quoted = cells.map((cell) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
  process.stdout.write(`${quoted.join(',')}\n`)
}
