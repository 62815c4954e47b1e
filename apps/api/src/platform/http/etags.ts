import { createHash } from 'node:crypto'
import { Refusal } from '@timedesk/contracts/refusal'

const HASH_LENGTH = 12

/** The ETag of a resource: its row's version, and a hash of what is shown, which also tells of derived figures. */
export function etagOf(version: number, payload: string): string {
  return `"v${String(version)}-${createHash('sha256').update(payload).digest('base64url').slice(0, HASH_LENGTH)}"`
}

/** Whether If-None-Match names this ETag. */
export function matchesNone(header: string | undefined, etag: string): boolean {
  const named = (header ?? '').split(',').map((candidate) => candidate.trim().replace(/^W\//u, ''))
  return named.includes(etag) || named.includes('*')
}

/** The version that If-Match means; null for none or `*`. Refuses with `if_match_required` where the route demands it. */
export function versionMeant(header: string | undefined, demand: 'required' | 'optional' | undefined): number | null {
  if (header === undefined) {
    if (demand === 'required')
      throw new Refusal('if_match_required', { detail: 'Send If-Match with the ETag that you read.' })
    return null
  }
  if (header.trim() === '*') return null
  const version = /^(?:W\/)?"v(\d{1,9})(?:-[\w-]+)?"$/u.exec(header.trim())?.[1]
  if (version === undefined)
    throw new Refusal('invalid_request', { detail: 'If-Match must be an ETag as you read it.' })
  return Number(version)
}

/** Refuses with `stale_version` when the row has moved on since the caller read it. */
export function requireVersion(actual: number, meant: number | null): void {
  if (meant !== null && meant !== actual)
    throw new Refusal('stale_version', { detail: 'Read it again and repeat your change.' })
}
