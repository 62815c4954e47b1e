import type { Schema } from './schemas.ts'

const BY_FORMAT: Record<string, string> = {
  date: '2026-03-02',
  'date-time': '2026-03-02T09:15:00.000Z',
  email: 'anna@nordlys.example',
  uri: 'https://desk.example/',
  uuid: '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d',
}

/**
 * An example of a schema, put together from the examples of its parts. `components` resolves references.
 * Everything optional that has a value of its own is shown.
 */
export function exampleOf(schema: Schema, components: Record<string, Schema>): unknown {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.replace('#/components/schemas/', '')
    return exampleOf(components[name] ?? {}, components)
  }
  const {
    examples,
    default: given,
    const: constant,
    enum: values,
    anyOf,
    oneOf,
    allOf,
  } = schema as Record<string, unknown[] | undefined>
  if (examples !== undefined && examples.length > 0) return examples[0]
  if (constant !== undefined) return constant
  if (values !== undefined) return values[0]
  if (given !== undefined) return given
  const choices = (anyOf ?? oneOf) as Schema[] | undefined
  if (choices?.[0] !== undefined) return exampleOf(choices[0], components)
  if (allOf !== undefined) return Object.assign({}, ...(allOf as Schema[]).map((part) => exampleOf(part, components)))
  return plainExample(schema, components)
}

function plainExample(schema: Schema, components: Record<string, Schema>): unknown {
  const {
    type,
    properties = {},
    items = {},
    format,
    minimum,
    minLength,
  } = schema as {
    type?: string
    properties?: Record<string, Schema>
    items?: Schema
    format?: string
    minimum?: number
    minLength?: number
  }
  switch (type) {
    case 'object':
      return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, exampleOf(part, components)]))
    case 'array':
      return [exampleOf(items, components)]
    case 'integer':
    case 'number':
      return Math.max(minimum ?? 1, 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return BY_FORMAT[format ?? ''] ?? 'text'.padEnd(minLength ?? 0, '.')
  }
}
