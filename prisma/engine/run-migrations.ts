import { MIGRATIONS_FOLDER } from './folders.ts'
import { migrate } from './migrate.ts'

const url = process.env.DATABASE_URL
if (url === undefined || url === '') {
  console.error('Set DATABASE_URL to the database to migrate. The built-in database is migrated by `npm start`.')
  process.exitCode = 1
} else {
  const applied = await migrate(url, MIGRATIONS_FOLDER)
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}`)
}
