import type { Route } from '@timedesk/contracts/route'
import type { z } from 'zod'
import { exampleOf } from './example-of.ts'
import { takesKey } from './implied-refusals.ts'
import type { Schema, Schemas } from './schemas.ts'

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: Schema
  example?: unknown
  style?: 'form'
  explode?: false
}

/** The headers that routes of a kind share, by the name under which the document keeps them. */
export const sharedParameters: Record<string, Parameter> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Makes a repetition harmless: the same key with the same request gets the first answer again, for a day.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: 'b6f1c9d2-6b7e-4c55-9b5c-1f1f0a3d2e11',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The ETag that was read. Refused with 412 when somebody changed it in the meantime.',
    schema: { type: 'string' },
    example: '"v3-Xq0d2mT9bL1k"',
  },
  IfMatchRequired: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description:
      'The ETag that was read, or `*` for any. Refused with 428 without, and with 412 when somebody changed it in the meantime.',
    schema: { type: 'string' },
    example: '"v3-Xq0d2mT9bL1k"',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The ETag that is known. Answered with 304 while nothing has changed.',
    schema: { type: 'string' },
    example: '"v3-Xq0d2mT9bL1k"',
  },
  Range: {
    name: 'Range',
    in: 'header',
    required: false,
    description: 'One range of bytes.',
    schema: { type: 'string' },
    example: 'bytes=0-1023',
  },
}

/** Whether reading it again can be spared by If-None-Match. */
export function isConditional({ etag, produces }: Route): boolean {
  return etag === true || produces === 'application/octet-stream'
}

/** Everything of a request but its body. */
export function parametersOf(route: Route, schemas: Schemas): (Parameter | Schema)[] {
  const headers: [string, boolean][] = [
    ['IdempotencyKey', takesKey(route)],
    ['IfMatchRequired', route.ifMatch === 'required'],
    ['IfMatch', route.ifMatch === 'optional'],
    ['IfNoneMatch', isConditional(route)],
    ['Range', route.produces === 'application/octet-stream'],
  ]
  return [
    ...(route.params === undefined ? [] : fieldsOf('path', route.params, schemas)),
    ...(route.query === undefined ? [] : fieldsOf('query', route.query, schemas)),
    ...headers.flatMap(([name, applies]) => (applies ? [{ $ref: `#/components/parameters/${name}` }] : [])),
  ]
}

function fieldsOf(place: 'path' | 'query', type: z.ZodType, schemas: Schemas): Parameter[] {
  const { required = [] } = schemas.input(type) as { required?: string[] }
  const { properties = {} } = schemas.output(type) as { properties?: Record<string, Schema> }
  return Object.entries(properties).map(([name, property]) => {
    const { description, examples, ...given } = property
    const schema = withoutText(given)
    const [example] = (examples as unknown[] | undefined) ?? [exampleOf(schema, schemas.components())]
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(typeof description === 'string' && { description }),
      schema,
      example: inShape(example, schema),
      ...(schema.type === 'array' && { style: 'form' as const, explode: false as const }),
    }
  })
}

/** Numbers and flags arrive as text in an address; the document tells what they mean, not how they are read. */
function withoutText(schema: Schema): Schema {
  const choices = schema.anyOf as Schema[] | undefined
  const meant = choices?.find((choice) => Object.keys(choice).length > 0 && choice.type !== 'string')
  if (choices === undefined || meant === undefined) return schema
  const { anyOf: _choices, ...rest } = schema
  return { ...meant, ...rest }
}

function inShape(example: unknown, { type }: Schema): unknown {
  if (typeof example !== 'string') return example
  if (type === 'array') return example.split(',')
  return type === 'boolean' || type === 'integer' ? JSON.parse(example) : example
}
