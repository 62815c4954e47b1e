import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { MIGRATIONS_FOLDER, SCHEMA_FOLDER } from './folders.ts'
import { findSchemaDrift } from './schema-drift.ts'

const NAME_PATTERN = /^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/
const WRITTEN_BY_HAND =
  '-- prisma/schema has not changed: write here what it has no words for (checks, triggers, policies).\n'

const [name = ''] = process.argv.slice(2)
if (NAME_PATTERN.test(name)) {
  const drift = await findSchemaDrift(SCHEMA_FOLDER, MIGRATIONS_FOLDER)
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 'yyyymmddhhmmss'.length)
  const folder = path.join(MIGRATIONS_FOLDER, `${stamp}_${name.replaceAll('-', '_')}`)
  await mkdir(folder)
  await writeFile(path.join(folder, 'migration.sql'), drift === '' ? WRITTEN_BY_HAND : drift)
  console.log(`Wrote ${path.relative(process.cwd(), path.join(folder, 'migration.sql'))}. Review it before it lands.`)
} else {
  console.error('Usage: pnpm migration:new NAME, where NAME is lower case words such as add_case_tags')
  process.exitCode = 1
}
