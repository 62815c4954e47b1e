import { MIGRATIONS_FOLDER, SCHEMA_FOLDER } from './folders.ts'
import { findSchemaDrift } from './schema-drift.ts'

const drift = await findSchemaDrift(SCHEMA_FOLDER, MIGRATIONS_FOLDER)
if (drift === '') {
  console.log('prisma/schema and prisma/migrations agree.')
} else {
  console.error('prisma/schema and prisma/migrations disagree. This is what the migrations lack:\n')
  console.error(drift)
  console.error('Run `pnpm migration:new NAME` for a migration that holds it.')
  process.exitCode = 1
}
