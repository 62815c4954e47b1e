import { scopeOfPermission, type Access } from '@timedesk/contracts/access'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Route } from '@timedesk/contracts/route'
import type { FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import type { ContactActor, StaffActor } from '../context.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Lets a caller in, or refuses: another site's page, nobody, too many requests, or a right that is missing.
 * Resolves with who it is; null on public routes.
 */
export async function admit(
  deps: Deps,
  route: Route,
  request: FastifyRequest,
): Promise<StaffActor | ContactActor | null> {
  if (!SAFE_METHODS.has(request.method) && request.headers.authorization === undefined)
    refuseForeignOrigin(deps, request)
  const { access } = route
  if (access.audience === 'public') {
    await deps.limiter.take(`ip:${request.ip}`, route.budget ?? 'ordinary')
    return null
  }
  const actor =
    access.audience === 'staff' ? await deps.authenticate.staff(request) : await deps.authenticate.contact(request)
  if (actor === null) throw new Refusal('unauthenticated')
  await deps.limiter.take(actor.key, route.budget ?? 'ordinary')
  if (access.audience === 'staff') requireStaff(actor as StaffActor, access)
  else if (access.permission !== 'self' && !(actor as ContactActor).permissions.has(access.permission)) {
    throw new Refusal('permission_denied', { missingPermission: access.permission })
  }
  return actor
}

type StaffAccess = Extract<Access, { audience: 'staff' }>

function requireStaff(actor: StaffActor, { permission, sessionOnly, scope: ownScope }: StaffAccess): void {
  if (sessionOnly === true && actor.kind === 'token')
    throw new Refusal('permission_denied', { detail: 'An API token cannot do this; sign in.' })
  if (permission === 'self') {
    if (ownScope === undefined || actor.scopes === null || actor.scopes.includes(ownScope)) return
    throw new Refusal('scope_missing', { missingPermission: ownScope })
  }
  if (actor.permissions.has(permission)) return
  const scope = scopeOfPermission[permission]
  if (actor.scopes !== null && !actor.scopes.includes(scope))
    throw new Refusal('scope_missing', { missingPermission: scope })
  throw new Refusal('permission_denied', { missingPermission: permission })
}

/** Browsers say where a request comes from; one that changes something has to come from our own pages. */
function refuseForeignOrigin(deps: Deps, { headers }: FastifyRequest): void {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  if (
    site === undefined &&
    origin !== undefined &&
    (origin === new URL(deps.publicUrl).origin || hostOf(origin) === headers.host)
  )
    return
  throw new Refusal('foreign_origin')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
