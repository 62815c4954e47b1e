import { newId } from '../src/platform/new-id.ts'
import type { TestServer } from './harness.ts'

/** An uploaded file that no message has claimed yet. */
export async function buildAttachment(
  { deps, clock }: TestServer,
  { uploaderKind, uploaderId, name }: { uploaderKind: 'employee' | 'contact'; uploaderId: string; name?: string },
): Promise<string> {
  const id = newId()
  await deps.database.transact((tx) =>
    tx.attachment.create({
      data: {
        id,
        name: name ?? 'error.png',
        contentType: 'image/png',
        sizeBytes: 3,
        sha256: 'none',
        storageKey: id,
        uploaderKind,
        uploaderId,
        uploadedAt: clock.now,
      },
    }),
  )
  return id
}
