import { scopeOfPermission, type Scope } from '@timedesk/contracts/access'
import { Problem } from '@timedesk/contracts/problem'
import type { Route } from '@timedesk/contracts/route'
import { exampleOf } from './example-of.ts'
import { parametersOf, sharedParameters, type Parameter } from './parameters.ts'
import { responsesOf, sharedHeaders, type SharedResponses } from './responses.ts'
import { createSchemas, type Schema, type Schemas } from './schemas.ts'
import { tagDescriptions } from './tags.ts'

const DESCRIPTION = `The API of Timedesk. The desk and the extranet use the same routes and nothing else.

**Who asks.** Staff send the desk's session cookie or an API token (\`Authorization: Bearer …\`); contacts send the extranet's session cookie. Each route says which permission or scope it needs.

**Refusals** are problem documents (RFC 9457) with a stable \`code\`; [all of them are explained](/api/docs/problems).

**Lists** are pages: follow \`page.after\` while \`page.hasMore\` is true. Totals come only with \`count=exact\`.

**Changes.** Single resources carry an \`ETag\`; send it as \`If-Match\` so that nobody's change is overwritten. A POST with an \`Idempotency-Key\` may be repeated without harm.

**Values.** Instants are UTC in ISO 8601, work dates have no time zone, durations are whole minutes, and money is a decimal text with its currency.`

export type Operation = {
  operationId: string
  summary: string
  description: string
  tags: string[]
  security: Record<string, string[]>[]
  parameters: (Parameter | Schema)[]
  requestBody?: { required: true; content: Record<string, { schema: Schema; example?: unknown }> }
  responses: Record<string, Schema>
}

export type OpenApi = {
  openapi: '3.1.0'
  info: Schema
  servers: Schema[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; responses: Record<string, Schema> } & Record<string, unknown>
}

/** Writes the OpenAPI 3.1 document of these routes; `cookies` are the names of the two session cookies. */
export function writeDocument(
  routes: ReadonlyMap<string, Route>,
  publicUrl: string,
  cookies: { desk: string; extranet: string },
): OpenApi {
  const schemas = createSchemas()
  schemas.output(Problem)
  const shared: SharedResponses = new Map()
  const paths: OpenApi['paths'] = {}
  for (const [name, route] of routes) {
    const path = route.path.replaceAll(/:(\w+)/gu, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: writeOperation(name, route, schemas, shared) }
  }
  const used = new Set([...routes.values()].map(({ tag }) => tag))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Timedesk API',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'GNU Affero General Public License v3.0', identifier: 'AGPL-3.0-only' },
      contact: { name: 'The administrators of this Timedesk', url: publicUrl },
    },
    servers: [{ url: '/', description: 'This server' }],
    tags: Object.entries(tagDescriptions).flatMap(([name, description]) =>
      used.has(name) ? [{ name, description }] : [],
    ),
    paths,
    components: {
      schemas: schemas.components(),
      responses: Object.fromEntries([...shared].sort(([a], [b]) => a.localeCompare(b))),
      parameters: sharedParameters,
      headers: sharedHeaders,
      securitySchemes: {
        staffSession: {
          type: 'apiKey',
          in: 'cookie',
          name: cookies.desk,
          description: 'A session of staff, from signing in at the desk.',
        },
        apiToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token of an employee, with scopes and an expiry.',
        },
        contactSession: {
          type: 'apiKey',
          in: 'cookie',
          name: cookies.extranet,
          description: 'A session of a contact, from signing in at the extranet.',
        },
      },
    },
  }
}

function writeOperation(name: string, route: Route, schemas: Schemas, shared: SharedResponses): Operation {
  const parameters = parametersOf(route, schemas)
  return {
    operationId: name,
    summary: route.summary,
    description: `${route.description}\n\n${describeAccess(route)}`,
    tags: [route.tag],
    security: securityOf(route),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body !== undefined && { requestBody: bodyOf(route, route.body, schemas) }),
    responses: responsesOf(route, schemas, shared),
  } as Operation
}

function bodyOf(
  route: Route,
  body: NonNullable<Route['body']>,
  schemas: Schemas,
): NonNullable<Operation['requestBody']> {
  const schema = schemas.input(body)
  if (route.multipart === true) return { required: true, content: { 'multipart/form-data': { schema } } }
  return {
    required: true,
    content: { 'application/json': { schema, example: exampleOf(schema, schemas.components()) } },
  }
}

function securityOf({ access }: Route): Operation['security'] {
  if (access.audience === 'public') return []
  if (access.audience === 'contact') return [{ contactSession: [] }]
  if (access.sessionOnly === true) return [{ staffSession: [] }]
  const scope = scopeOf(access)
  return [{ staffSession: [] }, { apiToken: scope === undefined ? [] : [scope] }]
}

/** What a token needs to call a route for staff. */
function scopeOf({ permission, scope }: Extract<Route['access'], { audience: 'staff' }>): Scope | undefined {
  return permission === 'self' ? scope : scopeOfPermission[permission]
}

function describeAccess({ access }: Route): string {
  if (access.audience === 'public') return 'Open to everybody.'
  const who = access.audience === 'staff' ? 'staff' : 'contacts'
  const need =
    access.permission === 'self'
      ? `Open to all ${who}, for what is their own.`
      : `Needs the permission \`${access.permission}\` of ${who}.`
  if (access.audience === 'contact') return need
  if (access.sessionOnly === true) return `${need} API tokens cannot do this.`
  const scope = scopeOf(access)
  return scope === undefined ? need : `${need} API tokens need the scope \`${scope}\`.`
}
