import { openDatabase } from '../src/platform/db/database.ts'
import { newId } from '../src/platform/new-id.ts'
import { workClocks } from '../src/service-levels/work-clocks.ts'

/** A worker of its own, to be killed: works the clocks of a database at a moment and says of each case that it is done. */
const [url = '', now = ''] = process.argv.slice(2)
const database = openDatabase(url, 2)
const log = { error: () => undefined }
const signals = {
  publish: (written: readonly unknown[]) => process.stdout.write(`done ${String(written.length)}\n`),
  subscribe: () => () => undefined,
}
await workClocks({ database, signals, newId, log: log as never }, new Date(now))
await database.close()
