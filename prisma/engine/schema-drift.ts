import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { migrate } from './migrate.ts'
import { findDifference } from './schema-engine.ts'
import { startScratchCluster } from './scratch-cluster.ts'

/**
 * The SQL that leads from a database with all migrations to what the schema
 * describes; empty when they agree. Runs the migrations on a scratch server, so
 * it sees what they really do, hand-written parts and all.
 */
export async function findSchemaDrift(schemaFolder: string, migrationsFolder: string): Promise<string> {
  const server = await startScratchCluster()
  try {
    await migrate(server.url, migrationsFolder)
    return await findDifference(server.url, { files: await readSchema(schemaFolder) })
  } finally {
    await server.stop()
  }
}

async function readSchema(folder: string): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort()
  const paths = names.map((name) => path.join(folder, name))
  return Promise.all(paths.map(async (file) => ({ path: file, content: await readFile(file, 'utf8') })))
}
