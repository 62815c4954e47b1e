import { MIGRATIONS_FOLDER, SCHEMA_FOLDER } from './folders.ts'
import { findSchemaDrift } from './schema-drift.ts'

const LINES_SHOWN_MAX = 60

const drift = await findSchemaDrift(SCHEMA_FOLDER, MIGRATIONS_FOLDER)
if (drift === '') {
  console.log('prisma/schema and prisma/migrations agree.')
} else {
  console.error('prisma/schema and prisma/migrations disagree. This is what the migrations lack:\n')
  const lines = drift.split('\n')
  console.error(lines.slice(0, LINES_SHOWN_MAX).join('\n'))
  if (lines.length > LINES_SHOWN_MAX) console.error(`… and ${lines.length - LINES_SHOWN_MAX} more lines\n`)
  console.error('Run `pnpm migration:new NAME` for a migration that holds it.')
  process.exitCode = 1
}
