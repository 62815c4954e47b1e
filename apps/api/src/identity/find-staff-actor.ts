import { permissionsOfRole, scopeOfPermission, type Scope, type StaffRole } from '@timedesk/contracts/access'
import type { Language } from '@timedesk/contracts/primitives'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'

/** Who asked for work that is done later: a member of staff, or an API token of theirs. */
export type Asker = { employeeId: string; tokenId: string | null }

type Row = {
  id: string
  name: string
  role: StaffRole
  departmentId: string
  language: Language
  scopes: Scope[] | null
  isTokenValid: boolean
}

/** Who the actor is, to be found again when its work is done. */
export function askerOf({ kind, id, key }: StaffActor): Asker {
  return { employeeId: id, tokenId: kind === 'token' ? key.slice('token:'.length) : null }
}

/**
 * Whoever asked for work, with the rights of now. Null for an employee who is not active any more, and for a token that
 * was revoked or has expired.
 */
export async function findStaffActor(
  reader: Reader,
  { employeeId, tokenId }: Asker,
  now: Date,
): Promise<StaffActor | null> {
  const [row] = await reader.rows<Row>(Prisma.sql`SELECT e.id, e.name, e.role, e.department_id AS "departmentId",
      e.language, t.scopes, coalesce(t.revoked_at IS NULL AND t.expires_at > ${now}, false) AS "isTokenValid"
    FROM employee e LEFT JOIN api_token t ON t.id = ${tokenId}::uuid
    WHERE e.id = ${employeeId}::uuid AND e.is_active`)
  if (row === undefined) return null
  const { isTokenValid, scopes, ...person } = row
  if (tokenId === null)
    return {
      ...{ ...person, kind: 'employee', permissions: new Set(permissionsOfRole[row.role]), scopes: null },
      ...{ sessionId: null, key: `employee:${employeeId}` },
    }
  if (!isTokenValid) return null
  const allowed = scopes ?? []
  const permissions = permissionsOfRole[row.role].filter((permission) =>
    allowed.includes(scopeOfPermission[permission]),
  )
  return {
    ...{ ...person, kind: 'token', permissions: new Set(permissions), scopes: allowed },
    ...{ sessionId: null, key: `token:${tokenId}` },
  }
}
