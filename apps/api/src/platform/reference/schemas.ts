import { z } from 'zod'

/** A JSON schema as OpenAPI 3.1 takes it. */
export type Schema = Record<string, unknown>

/** Turns contracts into JSON schemas; named ones are collected and referred to. */
export type Schemas = {
  /** What a caller may send. */
  input: (type: z.ZodType) => Schema
  /** What a caller gets. Further fields may come with time, so none are excluded. */
  output: (type: z.ZodType) => Schema
  components: () => Record<string, Schema>
}

export function createSchemas(): Schemas {
  const known = new Map<string, Schema>()

  function name(id: string, schema: Schema, io: 'input' | 'output'): string {
    const own = known.get(id)
    if (own === undefined || isSame(own, schema)) {
      known.set(id, schema)
      return id
    }
    const other = `${id}${io === 'input' ? 'Input' : 'Output'}`
    known.set(other, schema)
    return other
  }

  function convert(type: z.ZodType, io: 'input' | 'output'): Schema {
    const {
      $schema: _dialect,
      $defs,
      ...schema
    } = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' }) as Schema
    const defined = ($defs ?? {}) as Record<string, Schema>
    const names = new Map(Object.keys(defined).map((id) => [id, id]))
    for (const [id, part] of innermostFirst(defined)) names.set(id, name(id, tidy(part, io, names), io))
    const tidied = tidy(schema, io, names)
    const id = type.meta()?.id
    return id === undefined || '$ref' in tidied ? tidied : { $ref: `#/components/schemas/${name(id, tidied, io)}` }
  }

  return {
    input: (type) => convert(type, 'input'),
    output: (type) => convert(type, 'output'),
    components: () => Object.fromEntries([...known].sort(([a], [b]) => a.localeCompare(b))),
  }
}

/** Named parts behind those that they refer to, whose names have to be known by then. */
function innermostFirst(defined: Record<string, Schema>): Map<string, Schema> {
  const ordered = new Map<string, Schema>()
  const begun = new Set<string>()
  const visit = (id: string) => {
    const part = defined[id]
    if (part === undefined || begun.has(id)) return
    begun.add(id)
    for (const [, other = ''] of JSON.stringify(part).matchAll(/"#\/\$defs\/([^"]+)"/gu)) visit(other)
    ordered.set(id, part)
  }
  for (const id of Object.keys(defined)) visit(id)
  return ordered
}

function isSame(left: Schema, right: Schema): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

function tidy(schema: unknown, io: 'input' | 'output', names: Map<string, string>): Schema {
  return walk(schema) as Schema

  function walk(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null) return part
    const { id: _id, ...fields } = part as Schema
    if (typeof fields.$ref === 'string') {
      const id = fields.$ref.replace('#/$defs/', '')
      return { ...fields, $ref: `#/components/schemas/${names.get(id) ?? id}` }
    }
    if (io === 'output' && fields.additionalProperties === false) delete fields.additionalProperties
    return Object.fromEntries(
      Object.entries(fields).map(([keyword, value]) => [
        keyword,
        keyword === 'properties' ? walkEach(value) : keyword === 'examples' ? value : walk(value),
      ]),
    )
  }

  /** The names of properties are no keywords. */
  function walkEach(properties: unknown): Schema {
    return Object.fromEntries(Object.entries(properties as Schema).map(([property, value]) => [property, walk(value)]))
  }
}
