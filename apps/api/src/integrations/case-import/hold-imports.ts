import { Refusal } from '@timedesk/contracts/refusal'
import type { Database } from '../../platform/db/database.ts'

/** One number for all processes that import, so that no two make the same customers. */
const IMPORT_LOCK = 7_265_120

/** Does the work while no other import runs anywhere; refuses with `import_running` otherwise. */
export async function holdImports({ pool }: Database, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ isFree: boolean }>('SELECT pg_try_advisory_lock($1) AS "isFree"', [
      IMPORT_LOCK,
    ])
    if (rows[0]?.isFree !== true) throw new Refusal('import_running')
    try {
      await work()
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [IMPORT_LOCK])
    }
  } finally {
    client.release()
  }
}
