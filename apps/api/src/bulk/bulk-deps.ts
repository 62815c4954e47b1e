import type { Database } from '../platform/db/database.ts'
import type { Deps } from '../platform/deps.ts'

/** What the job of bulk actions asks of the world. */
export type BulkDeps = Pick<Deps, 'now' | 'newId' | 'signals' | 'publicUrl'> & {
  database: Pick<Database, 'transact' | 'reader'>
  log: { error: (facts: object, message: string) => void }
  /** Hears of each case that is dealt with. */
  onProgress?: (caseId: string) => void
}
