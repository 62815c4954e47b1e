import {
  permissionsOfContactRole,
  permissionsOfRole,
  Scope,
  scopeOfPermission,
  StaffRole,
  ContactRole,
  type Permission,
} from '@timedesk/contracts/access'
import type { Route } from '@timedesk/contracts/route'
import { newApiToken } from '../../src/identity/api-token-form.ts'
import { hashSecret } from '../../src/identity/authenticate.ts'
import { newId } from '../../src/platform/new-id.ts'
import { buildContact, buildEmployee, type SignedIn } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { World } from './world.ts'

/** Somebody who calls, and what the declared access says of them. */
export type ActorKind = {
  name: string
  /** Makes a fresh one, so that no call can spoil the next. */
  make: (server: TestServer, world: World) => Promise<SignedIn | null>
  /** What the matrix says: let in, or refused with this status. */
  verdict: (route: Route) => 'allowed' | 401 | 403
}

type Verdict = ReturnType<ActorKind['verdict']>

const nobody: ActorKind = {
  name: 'nobody',
  make: () => Promise.resolve(null),
  verdict: ({ access }) => (access.audience === 'public' ? 'allowed' : 401),
}

const staff = StaffRole.options.map((role): ActorKind => ({
  name: `staff: ${role}`,
  make: (server) => buildEmployee(server, { role }),
  verdict: (route) => staffVerdict(route, permissionsOfRole[role], null),
}))

const disabledStaff: ActorKind = {
  name: 'staff: disabled administrator',
  make: (server) => buildEmployee(server, { role: 'administrator', isActive: false }),
  verdict: nobody.verdict,
}

const tokens = Scope.options.map((scope): ActorKind => ({
  name: `token: ${scope}`,
  make: async (server) => {
    const owner = await buildEmployee(server, { role: 'administrator' })
    const secret = newApiToken()
    const { now } = server.clock
    await server.deps.database.transact((tx) =>
      tx.apiToken.create({
        data: {
          id: newId(),
          employeeId: owner.id,
          name: scope,
          hint: '',
          hash: hashSecret(secret),
          scopes: [scope],
          createdAt: now,
          expiresAt: new Date(now.getTime() + 60_000),
        },
      }),
    )
    return { ...owner, headers: { authorization: `Bearer ${secret}` } }
  },
  verdict: (route) =>
    staffVerdict(
      route,
      permissionsOfRole.administrator.filter((permission) => scopeOfPermission[permission] === scope),
      scope,
    ),
}))

const contacts = ContactRole.options.map((role): ActorKind => ({
  name: `contact: ${role}`,
  make: (server, world) => buildContact(server, { customerId: world.customerId, role, seesAllCases: true }),
  verdict: ({ access }) => {
    if (access.audience === 'public') return 'allowed'
    if (access.audience === 'staff') return 401
    return access.permission === 'self' || permissionsOfContactRole[role].includes(access.permission) ? 'allowed' : 403
  },
}))

const disabledContact: ActorKind = {
  name: 'contact: disabled manager',
  make: async (server, world) => {
    const contact = await buildContact(server, { customerId: world.customerId, role: 'manager', seesAllCases: true })
    await server.deps.database.transact((tx) =>
      tx.contact.update({ where: { id: contact.id }, data: { isActive: false } }),
    )
    return contact
  },
  verdict: nobody.verdict,
}

function staffVerdict({ access }: Route, permissions: readonly Permission[], scope: Scope | null): Verdict {
  if (access.audience === 'public') return 'allowed'
  if (access.audience === 'contact') return 401
  if (scope !== null && (access.sessionOnly === true || (access.scope ?? scope) !== scope)) return 403
  return access.permission === 'self' || permissions.includes(access.permission) ? 'allowed' : 403
}

/** Everybody the matrix walks. A new role or scope joins by existing. */
export const actorKinds: ActorKind[] = [nobody, ...staff, disabledStaff, ...tokens, ...contacts, disabledContact]
