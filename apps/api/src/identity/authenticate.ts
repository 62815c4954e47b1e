import { createHash } from 'node:crypto'
import { Prisma } from '@timedesk/prisma/client'
import {
  permissionsOfContactRole,
  permissionsOfRole,
  scopeOfPermission,
  type ContactRole,
  type Scope,
  type StaffRole,
} from '@timedesk/contracts/access'
import type { Language } from '@timedesk/contracts/primitives'
import type { FastifyRequest } from 'fastify'
import type { Authenticate } from '../platform/access/authenticate.ts'
import type { Deps } from '../platform/deps.ts'
import type { ContactActor, StaffActor } from '../platform/context.ts'
import { isApiToken } from './api-token-form.ts'
import { readCookie } from './cookies.ts'

/** A token's last use is told to the minute, so that reading with it does not write each time. */
const USE_NOTED_EVERY_MS = 60_000

/** Secrets are random and long, so one fast hash is enough to keep them out of the database. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

type Known = Pick<Deps, 'database' | 'now' | 'publicUrl' | 'tokens'>

type StaffRow = {
  id: string
  name: string
  role: StaffRole
  departmentId: string
  language: Language
}

/**
 * The member of staff who calls: by API token if one is sent, else by the desk's access cookie. Session, account and
 * role are read at each request, so that a right that was taken away is gone at once. Null for nobody.
 */
async function authenticateStaff(deps: Known, request: FastifyRequest): Promise<StaffActor | null> {
  const bearer = /^Bearer (\S{1,200})$/u.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return authenticateToken(deps, bearer)
  const access = readCookie(request, deps.publicUrl, 'desk', 'access')
  const claims = access === undefined ? null : await deps.tokens.verify('desk', access, deps.now())
  if (claims === null) return null
  const [row] = await deps.database.reader.rows<StaffRow>(Prisma.sql`
    SELECT e.id, e.name, e.role, e.department_id AS "departmentId", e.language
      FROM staff_session s JOIN employee e ON e.id = s.employee_id
     WHERE s.id = ${claims.sessionId}::uuid AND s.ended_at IS NULL AND s.expires_at > ${deps.now()} AND e.is_active`)
  if (row === undefined) return null
  return {
    ...row,
    kind: 'employee',
    permissions: new Set(permissionsOfRole[row.role]),
    scopes: null,
    sessionId: claims.sessionId,
    key: `employee:${row.id}`,
  }
}

async function authenticateToken(deps: Known, bearer: string): Promise<StaffActor | null> {
  if (!isApiToken(bearer)) return null
  const now = deps.now()
  const [row] = await deps.database.reader.rows<
    StaffRow & { tokenId: string; scopes: Scope[]; lastUsedAt: Date | null }
  >(Prisma.sql`
    SELECT e.id, e.name, e.role, e.department_id AS "departmentId", e.language, t.id AS "tokenId", t.scopes, t.last_used_at AS "lastUsedAt"
      FROM api_token t JOIN employee e ON e.id = t.employee_id
     WHERE t.hash = ${hashSecret(bearer)} AND t.revoked_at IS NULL AND t.expires_at > ${now} AND e.is_active`)
  if (row === undefined) return null
  const { tokenId, scopes, lastUsedAt, ...person } = row
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > USE_NOTED_EVERY_MS) {
    await deps.database.reader.rows(Prisma.sql`UPDATE api_token SET last_used_at = ${now} WHERE id = ${tokenId}::uuid`)
  }
  const permissions = permissionsOfRole[row.role].filter((permission) => scopes.includes(scopeOfPermission[permission]))
  return {
    ...person,
    kind: 'token',
    permissions: new Set(permissions),
    scopes,
    sessionId: null,
    key: `token:${tokenId}`,
  }
}

type ContactRow = {
  id: string
  name: string
  customerId: string
  role: ContactRole
  seesAllCases: boolean
  language: Language
}

/** The contact who calls, by the extranet's access cookie. Null for nobody, and for contacts of an inactive customer. */
async function authenticateContact(deps: Known, request: FastifyRequest): Promise<ContactActor | null> {
  const access = readCookie(request, deps.publicUrl, 'extranet', 'access')
  const claims = access === undefined ? null : await deps.tokens.verify('extranet', access, deps.now())
  if (claims === null) return null
  const [row] = await deps.database.reader.rows<ContactRow>(Prisma.sql`
    SELECT p.id, p.name, p.customer_id AS "customerId", p.role, p.sees_all_cases AS "seesAllCases", p.language
      FROM contact_session s JOIN contact p ON p.id = s.contact_id JOIN customer c ON c.id = p.customer_id
     WHERE s.id = ${claims.sessionId}::uuid AND s.ended_at IS NULL AND s.expires_at > ${deps.now()} AND p.is_active AND c.is_active`)
  if (row === undefined) return null
  return {
    ...row,
    kind: 'contact',
    permissions: new Set(permissionsOfContactRole[row.role]),
    sessionId: claims.sessionId,
    key: `contact:${row.id}`,
  }
}

/** Both ways to be known, on one set of dependencies. */
export function createAuthenticate(deps: Known): Authenticate {
  return {
    staff: (request) => authenticateStaff(deps, request),
    contact: (request) => authenticateContact(deps, request),
  }
}
