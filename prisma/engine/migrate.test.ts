import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import type { EmbeddedPostgres } from './embedded-postgres.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { findSchemaDrift } from './schema-drift.ts'
import { findDifference } from './schema-engine.ts'
import { startScratchCluster } from './scratch-cluster.ts'
import { createTestDatabase, type TestDatabase } from './test-databases.ts'

const FIRST = '20260101000000_first'
const SECOND = '20260102000000_second'
const SCHEMA = `
  datasource db {
    provider = "postgresql"
  }
  model Case {
    id      String @id @db.Uuid
    subject String
    @@map("case")
  }`
const CASE_TABLE =
  'CREATE TABLE "case" (id UUID NOT NULL, subject TEXT NOT NULL, CONSTRAINT case_pkey PRIMARY KEY (id));'

let server: EmbeddedPostgres
let database: TestDatabase
let folder: string

beforeAll(async () => {
  server = await startScratchCluster()
})
afterAll(() => server.stop())

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'timedesk-migrations-'))
  database = await createTestDatabase(server)
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

test('applies what is pending, in order, once', async () => {
  await write(SECOND, 'ALTER TABLE "case" ADD COLUMN tags TEXT[];')
  await write(FIRST, CASE_TABLE)
  expect(await pendingMigrations(database.url, folder)).toEqual([FIRST, SECOND])

  expect(await migrate(database.url, folder)).toEqual([FIRST, SECOND])
  expect(await migrate(database.url, folder)).toEqual([])
  expect(await pendingMigrations(database.url, folder)).toEqual([])
})

test('runs functions, triggers and roles of one file', async () => {
  await write(
    FIRST,
    `${CASE_TABLE}
     CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'never; ever'; END $$;
     CREATE TRIGGER keep BEFORE DELETE ON "case" FOR EACH ROW EXECUTE FUNCTION refuse();
     DO $$ BEGIN CREATE ROLE timedesk_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
     GRANT SELECT ON "case" TO timedesk_reader;`,
  )

  await migrate(database.url, folder)

  await query(`INSERT INTO "case" VALUES (gen_random_uuid(), 'Printer on fire')`)
  await expect(query('DELETE FROM "case"')).rejects.toThrow('never; ever')
})

test('a migration that fails leaves nothing behind and can be repeated', async () => {
  await write(FIRST, CASE_TABLE)
  await write(SECOND, 'CREATE TABLE half (id INT);\nCREATE TABLE broken (id NO_SUCH_TYPE);')
  await expect(migrate(database.url, folder)).rejects.toThrow(`Migration ${SECOND} failed: type "no_such_type"`)
  expect(await query(`SELECT to_regclass('half') AS half, to_regclass('"case"') IS NULL AS lost`)).toEqual([
    { half: null, lost: false },
  ])

  await write(SECOND, 'CREATE TABLE half (id INT);')
  expect(await migrate(database.url, folder)).toEqual([SECOND])
})

test('processes that migrate at once take turns', async () => {
  await write(FIRST, CASE_TABLE)

  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)))

  expect(applied.flat()).toEqual([FIRST])
})

test('refuses a migration that was edited after it was applied', async () => {
  await write(FIRST, CASE_TABLE)
  await migrate(database.url, folder)
  await write(FIRST, `${CASE_TABLE} -- a second thought`)

  await expect(migrate(database.url, folder)).rejects.toThrow(`edited after this database applied them: ${FIRST}`)
})

test('the schema engine sees the difference between a database and the schema', async () => {
  const files = [{ path: 'schema.prisma', content: SCHEMA }]
  expect(await findDifference(database.url, { files })).toContain('CREATE TABLE "case"')

  await write(FIRST, `${CASE_TABLE} CREATE INDEX mine ON "case" (subject) WHERE subject <> '';`)
  await migrate(database.url, folder)
  expect(await findDifference(database.url, { files })).toBe('')

  await query('ALTER TABLE "case" ALTER COLUMN subject DROP NOT NULL')
  expect(await findDifference(database.url, { files })).toContain('ALTER COLUMN "subject" SET NOT NULL')
})

test('drift is what the migrations really do, against what the schema says', async () => {
  const schemaFolder = path.join(folder, 'schema')
  const migrationsFolder = path.join(folder, 'migrations')
  await mkdir(schemaFolder)
  await writeFile(path.join(schemaFolder, 'case.prisma'), SCHEMA)
  await write(`migrations/${FIRST}`, CASE_TABLE.replace('TEXT', 'VARCHAR(10)'))
  expect(await findSchemaDrift(schemaFolder, migrationsFolder)).toContain('"subject" SET DATA TYPE TEXT')

  await write(`migrations/${FIRST}`, CASE_TABLE)
  expect(await findSchemaDrift(schemaFolder, migrationsFolder)).toBe('')
})

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true })
  await writeFile(path.join(folder, name, 'migration.sql'), sql)
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
