import { refusals, type RefusalCode } from '@timedesk/contracts/refusal'
import type { Route } from '@timedesk/contracts/route'

/** Every refusal that a route may answer with: its own, and those that all routes of its kind share. */
export function refusalsOf(route: Route): RefusalCode[] {
  const { access, method, body, ifMatch } = route
  const isSafe = method === 'GET'
  const isPublic = access.audience === 'public'
  const needsPermission = !isPublic && access.permission !== 'self'
  const isForTokens = access.audience === 'staff' && access.sessionOnly !== true
  const codes: [RefusalCode, boolean][] = [
    ['invalid_request', true],
    ['unauthenticated', !isPublic],
    ['permission_denied', needsPermission || (access.audience === 'staff' && access.sessionOnly === true)],
    ['scope_missing', isForTokens && (needsPermission || access.scope !== undefined)],
    ['foreign_origin', !isSafe],
    ['request_in_flight', takesKey(route)],
    ['idempotency_key_reused', takesKey(route)],
    ['stale_version', ifMatch !== undefined],
    ['if_match_required', ifMatch === 'required'],
    ['body_too_large', body !== undefined],
    ['unsupported_media_type', body !== undefined],
    ['rate_limited', true],
    ['fault', true],
    ['unavailable', true],
  ]
  const implied = codes.flatMap(([code, applies]) => (applies ? [code] : []))
  return [...new Set([...implied, ...route.refusals])].sort(
    (a, b) => refusals[a].status - refusals[b].status || a.localeCompare(b),
  )
}

/** Whether a repeated request may carry an Idempotency-Key. */
export function takesKey({ method, access }: Route): boolean {
  return method === 'POST' && access.audience !== 'public'
}
