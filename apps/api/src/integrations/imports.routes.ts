import { getImport, ImportJob, listImportRefusals, listImports, startImport } from '@timedesk/contracts/operations'
import type { ImportMapping } from '@timedesk/contracts/imports'
import type { StaffActor } from '../platform/context.ts'
import type { Deps } from '../platform/deps.ts'
import {
  answerInsertion,
  claimOf,
  refuseOvertaken,
  replayOf,
  type Claim,
  type StoredAnswer,
} from '../platform/http/idempotency.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import type { NamedFile } from '../platform/storage/send-file.ts'
import { assertFits, createImport } from './case-import/create-import.ts'
import { findImport, findImportRefusals, findImports } from './case-import/find-imports.ts'
import { openFile } from './case-import/open-file.ts'
import { readMapping } from './case-import/read-mapping.ts'
import { receiveImport } from './case-import/receive-import.ts'

export const importRoutes: RouteModule = (serve) => {
  serve.read(listImports, async ({ reader, deps, query }) => ({ body: await findImports(reader, deps.paging, query) }))
  serve.read(getImport, async ({ reader, params }) => ({ body: await findImport(reader, params.importId) }))
  serve.read(listImportRefusals, async ({ reader, deps, params, query }) => ({
    body: await findImportRefusals(reader, deps.paging, params.importId, query),
  }))

  serve.bare(startImport, async ({ deps, actor, request, reply }) => {
    const { mapping: json, file } = await receiveImport(deps.storage, request)
    try {
      const mapping = readMapping(json)
      await assertFits(mapping, () => openFile(deps.storage, file.storageKey))
      const route = `POST ${request.url}`
      const claim = claimOf(request.headers['idempotency-key'], actor.key, route, { json, sha256: file.sha256 })
      const starting = { actor, claim, mapping, file, requestId: request.id }
      const { answer, isKept } = await startOnce(deps, starting)
      if (!isKept) await deps.storage.remove(file.storageKey)
      return await reply
        .code(answer.status)
        .headers(answer.headers)
        .type('application/json; charset=utf-8')
        .send(answer.text)
    } catch (error) {
      await deps.storage.remove(file.storageKey)
      throw error
    }
  })
}

type Starting = {
  actor: StaffActor
  claim: Claim | null
  mapping: ImportMapping
  file: NamedFile
  requestId: string
}

/** A repeated start under the same key is answered with the first import, and its second file is not kept. */
async function startOnce(
  deps: Deps,
  { actor, claim, mapping, file, requestId }: Starting,
): Promise<{ answer: StoredAnswer; isKept: boolean }> {
  const context = { actor, now: deps.now(), newId: deps.newId, requestId, written: [] }
  return deps.database.transact(async (tx) => {
    const stored = claim === null ? null : await replayOf(tx, claim)
    if (stored !== null)
      return { answer: { ...stored, headers: { ...stored.headers, 'idempotency-replayed': 'true' } }, isKept: false }
    const importId = await createImport(tx, context, { mapping, fileName: file.name, storageKey: file.storageKey })
    const text = JSON.stringify(ImportJob.parse(await findImport(tx, importId)))
    const answer = { status: 202, headers: { location: `/api/v1/imports/${importId}` }, text }
    if (claim !== null) await tx.rows(answerInsertion(claim, answer)).catch(refuseOvertaken)
    // Last, and before the commit: a job that comes too early fails and is tried again, one that is missing never runs.
    await deps.jobs.enqueue('import-cases', { importId })
    return { answer, isKept: true }
  })
}
