import type { Route } from '@timedesk/contracts/route'
import { z } from 'zod'
import { newId } from '../../src/platform/new-id.ts'
import { SUPPORT_ACTIVITY_ID } from '../factories.ts'
import { nextInitials } from '../next-initials.ts'
import type { World } from './world.ts'

export type Sample = {
  params: Record<string, string>
  body: unknown
  headers: Record<string, string>
}

type JsonSchema = {
  type?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  examples?: unknown[]
  enum?: unknown[]
  const?: unknown
  items?: JsonSchema
  anyOf?: JsonSchema[]
  $ref?: string
  $defs?: Record<string, JsonSchema>
}

/** A valid request for a route, made from its contract: required fields only, with ids out of the world. */
export function sampleOf(route: Route, world: World): Sample {
  const params = Object.fromEntries(
    [...route.path.matchAll(/:(\w+)/gu)].map(([, name = '']) => [
      name,
      (world as Record<string, string>)[name] ?? newId(),
    ]),
  )
  const headers: Record<string, string> = route.ifMatch === 'required' ? { 'if-match': '*' } : {}
  if (route.body === undefined || route.multipart === true) return { params, body: undefined, headers }
  const schema = z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return { params, body: valueOf('', schema, schema.$defs ?? {}, world), headers }
}

const unique = new Set(['name', 'initials', 'email', 'heading'])

function valueOf(name: string, schema: JsonSchema, definitions: Record<string, JsonSchema>, world: World): unknown {
  if (schema.$ref !== undefined)
    return valueOf(name, definitions[schema.$ref.replace('#/$defs/', '')] ?? {}, definitions, world)
  if (name === 'responsibleId') return world.employeeId
  if (name === 'activityTypeId') return SUPPORT_ACTIVITY_ID
  if (name.endsWith('Id') && name in world) return world[name as keyof World]
  if (unique.has(name)) return name === 'email' ? `${newId()}@new.test` : nextInitials()
  if (name === 'level') return 1 + Math.floor(Math.random() * 90)
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.type === 'object') {
    return Object.fromEntries(
      (schema.required ?? []).map((key) => [key, valueOf(key, schema.properties?.[key] ?? {}, definitions, world)]),
    )
  }
  if (schema.examples !== undefined) return schema.examples[0]
  if (schema.type === 'array') return schema.items === undefined ? [] : [valueOf('', schema.items, definitions, world)]
  if (schema.anyOf?.[0] !== undefined) return valueOf(name, schema.anyOf[0], definitions, world)
  return schema.type === 'boolean' ? true : 1
}
