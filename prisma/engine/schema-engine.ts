import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

import { CatalogAdapter } from './catalog-adapter.ts'

const DATABASE_IS_EMPTY = 'P4001'
const CONNECTOR_ONLY = 'datasource db {\n  provider = "postgresql"\n}\n'

/** Node has it, the types of Node without a browser's do not. */
declare const WebAssembly: {
  instantiate: (binary: Uint8Array, imports: object) => Promise<{ instance: { exports: Record<string, unknown> } }>
}

let isLoaded = false

/**
 * The SQL that would turn the database at `url` into what the schema files
 * describe; empty when they agree. The database is only read.
 *
 * It asks Prisma's schema engine in WebAssembly, because the official CLI wants
 * to download a native one. What Prisma's language has no words for (checks,
 * triggers, policies, partial indexes, grants) is left aside on both sides.
 */
export async function findDifference(url: string, schema: bindings.SchemasContainer): Promise<string> {
  await loadEngine()
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogAdapter({ connectionString: url }))
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
  try {
    const { stdout } = await engine.diff({
      from: await describeDatabase(engine),
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    const sql = stdout ?? ''
    return sql.startsWith('-- This is an empty migration.') ? '' : sql
  } finally {
    engine.free()
  }
}

async function loadEngine(): Promise<void> {
  if (isLoaded) return
  // The engine reports its own crashes through this name.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: raise } })
  const carrier = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const binary = await readFile(carrier.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': { ...bindings } })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') (start as () => void)()
  isLoaded = true
}

function raise(message: string): never {
  throw new Error(message)
}

async function describeDatabase(engine: bindings.SchemaEngine): Promise<bindings.DiffTarget> {
  try {
    const { schema } = await engine.introspect({
      schema: { files: [{ path: '/schema.prisma', content: CONNECTOR_ONLY }] },
      baseDirectoryPath: '/',
      force: true,
      compositeTypeDepth: 0,
      namespaces: null,
    })
    return { tag: 'schemaDatamodel', ...schema }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === DATABASE_IS_EMPTY) return { tag: 'empty' }
    throw cause
  }
}
