import { Prisma } from '@timedesk/prisma/client'
import type { Database } from '../db/database.ts'
import type { Storage } from './storage.ts'

const KEPT_MS = 24 * 60 * 60 * 1000
const ROWS_PER_ROUND_MAX = 500

/**
 * Removes uploads that no message claimed within a day and no draft holds, and files of that age that no row knows. An
 * upload's row goes before its file: after a crash in between the file is one without a row. Harmless to repeat.
 */
export async function sweepFiles(database: Database, storage: Storage, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS)
  for (let swept = ROWS_PER_ROUND_MAX; swept === ROWS_PER_ROUND_MAX;) {
    const keys = await removeUploads(database, before)
    for (const storageKey of keys) await storage.remove(storageKey)
    swept = keys.length
  }
  let old: string[] = []
  for await (const { storageKey, writtenAt } of storage.list()) {
    if (writtenAt < before) old.push(storageKey)
    if (old.length < ROWS_PER_ROUND_MAX) continue
    await removeUnknown(database, storage, old)
    old = []
  }
  await removeUnknown(database, storage, old)
}

async function removeUploads({ reader }: Database, before: Date): Promise<string[]> {
  const rows = await reader.rows<{ storageKey: string }>(Prisma.sql`
    DELETE FROM attachment WHERE id IN (
      SELECT id FROM attachment WHERE claimed_at IS NULL AND uploaded_at < ${before}
         AND id NOT IN (SELECT unnest(attachment_ids || picture_ids) FROM message_draft) LIMIT ${ROWS_PER_ROUND_MAX} FOR UPDATE SKIP LOCKED)
    RETURNING storage_key AS "storageKey"`)
  return rows.map(({ storageKey }) => storageKey)
}

async function removeUnknown({ reader }: Database, storage: Storage, keys: string[]): Promise<void> {
  const rows = await reader.rows<{ storageKey: string }>(Prisma.sql`
    SELECT storage_key AS "storageKey" FROM attachment WHERE storage_key = ANY(${keys}::text[])
    UNION SELECT storage_key FROM import_job WHERE storage_key = ANY(${keys}::text[])
    UNION SELECT pdf_key FROM invoice WHERE pdf_key = ANY(${keys}::text[])
    UNION SELECT ubl_key FROM invoice WHERE ubl_key = ANY(${keys}::text[])`)
  const known = new Set(rows.map(({ storageKey }) => storageKey))
  for (const key of keys) if (!known.has(key)) await storage.remove(key)
}
