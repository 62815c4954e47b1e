import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { ImportMapping } from '@timedesk/contracts/imports'
import { Prisma } from '@timedesk/prisma/client'
import { onTestFinished } from 'vitest'
import { createImport } from '../src/integrations/case-import/create-import.ts'
import { runImport, type ImportDeps } from '../src/integrations/case-import/run-import.ts'
import { openLocalDisk } from '../src/platform/storage/local-disk.ts'
import { startServer, type TestServer } from './harness.ts'

const IMPORTS = path.join(import.meta.dirname, '..', 'imports')

/** A file of the form that the shipped mapping reads. */
export const ticketsCsv = await readFile(path.join(import.meta.dirname, 'import', 'tickets.csv'), 'utf8')
export const shippedMappingJson = await readFile(path.join(IMPORTS, 'helpdesk-log.mapping.json'), 'utf8')
export const shippedMapping = ImportMapping.parse(JSON.parse(shippedMappingJson))

export type ImportServer = TestServer & { queued: string[] }

/** A server with files and a queue that remembers what it was given; it ends with the test unless told otherwise. */
export async function startImportServer(
  atEnd: (close: () => Promise<void>) => void = onTestFinished,
): Promise<ImportServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'import-'))
  const queued: string[] = []
  const server = await startServer({
    storage: await openLocalDisk(folder),
    jobs: {
      enqueue: (_name, payload) => {
        queued.push(...Object.values(payload))
        return Promise.resolve()
      },
    },
  })
  atEnd(async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { ...server, queued }
}

/** Notes an import of this text, which then waits to be run. */
export async function buildImport({ deps, clock }: TestServer, csv: string): Promise<string> {
  const stored = await deps.storage.store(Readable.from([Buffer.from(csv)]), { name: 'tickets.csv', sizeBytesMax: 1e6 })
  const actor = { kind: 'system', id: null, name: 'Test' } as const
  const context = { actor, now: clock.now, newId: deps.newId, requestId: null, written: [] }
  const given = { mapping: shippedMapping, fileName: 'tickets.csv', storageKey: stored.storageKey }
  return deps.database.transact((tx) => createImport(tx, context, given))
}

/** Imports this text and resolves with the counts. */
export async function importCsv(server: TestServer, csv: string, options: Partial<ImportDeps> = {}) {
  const id = await buildImport(server, csv)
  await runImport({ ...server.deps, ...options }, id)
  return countsOf(server, id)
}

export async function countsOf({ database }: TestServer, importId: string) {
  const [row] = await database.reader.rows<
    Record<string, unknown>
  >(Prisma.sql`SELECT state, rows_read AS read, cases_created AS created,
    cases_updated AS updated, events_created AS events, rows_refused AS refused FROM import_job WHERE id = ${importId}::uuid`)
  return row
}

/** All that an import wrote, in words, so that two databases can be compared. */
export async function contentOf({ database }: TestServer) {
  const cases = await database.reader
    .rows(Prisma.sql`SELECT c.import_key AS key, c.number, c.subject, cu.name AS customer, ty.name AS type, p.name AS priority,
      c.category, d.name AS department, e.name AS responsible, c.product, c.service_level AS level, c.tags, c.created_at AS created,
      c.last_activity_at AS active, c.first_replied_at AS replied, c.solved_at AS solved, c.closed_at AS closed, c.reopened_count AS reopened
    FROM support_case c JOIN customer cu ON cu.id = c.customer_id JOIN priority p ON p.id = c.priority_id JOIN department d ON d.id = c.department_id
    LEFT JOIN case_type ty ON ty.id = c.type_id LEFT JOIN employee e ON e.id = c.responsible_id ORDER BY c.import_key`)
  const events = await database.reader
    .rows(Prisma.sql`SELECT e.id, e.at, e.type, e.actor_name AS actor, e.payload - 'toDepartmentId' - 'toResponsibleId' AS facts
    FROM event e WHERE e.case_id IS NOT NULL ORDER BY e.at, e.id`)
  return { cases, events }
}
