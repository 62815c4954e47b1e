import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from './database.ts'

/** Refuses with `case_merged` a case that goes on in another one. Hold the case before, or it may be merged meanwhile. */
export async function refuseMerged(reader: Reader, caseId: string, pointer?: string): Promise<void> {
  const [row] = await reader.rows<{ mergedIntoId: string | null }>(
    Prisma.sql`SELECT merged_into_id AS "mergedIntoId" FROM support_case WHERE id = ${caseId}::uuid`,
  )
  if (row !== undefined && row.mergedIntoId !== null) throw await caseMerged(reader, row.mergedIntoId, pointer)
}

/** The refusal of a tombstone. It says where the case goes on, to those who may see that. */
export async function caseMerged(reader: Reader, survivorId: string, pointer = '/params/caseId'): Promise<Refusal> {
  const [survivor] = await reader.rows<{ number: number }>(
    Prisma.sql`SELECT number FROM support_case WHERE id = ${survivorId}::uuid`,
  )
  if (survivor === undefined) return new Refusal('case_merged')
  const detail = `The case goes on as #${String(survivor.number)}.`
  return new Refusal('case_merged', {
    detail,
    fields: [{ pointer, code: 'merged_into', message: detail, expected: [survivorId] }],
  })
}
