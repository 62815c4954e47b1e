import { readFileSync } from 'node:fs'
import path from 'node:path'

const CARRIER = '/zod/v4/classic/schemas.js'
const CARRIED = /\/(?:json-schema-processors|to-json-schema)\.js$/u
const EXPORTED = /^export (?:const|function) (\w+)/gmu
const STAND_IN = '\0timedesk-light-zod:'

/**
 * A Vite plugin that builds an app without what each schema of Zod carries along to describe itself as JSON Schema: the
 * API does that, and the apps never ask for it.
 */
export function lightZodPlugin() {
  return {
    name: 'timedesk-light-zod',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined) {
      if (importer === undefined || !importer.endsWith(CARRIER) || !CARRIED.test(source)) return null
      return STAND_IN + path.resolve(path.dirname(importer), source)
    },
    load(id: string) {
      if (!id.startsWith(STAND_IN)) return null
      const names = [...readFileSync(id.slice(STAND_IN.length), 'utf8').matchAll(EXPORTED)].map(([, name]) => name)
      return `const none = () => () => undefined\n${names.map((name) => `export { none as ${String(name)} }\n`).join('')}`
    },
  }
}
