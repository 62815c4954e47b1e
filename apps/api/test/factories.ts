import type { ContactRole, StaffRole } from '@timedesk/contracts/access'
import { newId } from '../src/platform/new-id.ts'
import { ORIGIN, type TestServer } from './harness.ts'
import { nextInitials } from './next-initials.ts'

export const statusId = {
  new: '00000000-0000-7000-8000-000000000001',
  open: '00000000-0000-7000-8000-000000000002',
  waiting_customer: '00000000-0000-7000-8000-000000000003',
  waiting_third_party: '00000000-0000-7000-8000-000000000004',
  solved: '00000000-0000-7000-8000-000000000005',
  closed: '00000000-0000-7000-8000-000000000006',
  cancelled: '00000000-0000-7000-8000-000000000007',
} as const
export const NORMAL_PRIORITY_ID = '00000000-0000-7000-8000-000000000013'
export const SUPPORT_ACTIVITY_ID = '00000000-0000-7000-8000-000000000021'
export const INTERNAL_ACTIVITY_ID = '00000000-0000-7000-8000-000000000022'
export const SUPPORT_DEPARTMENT_ID = '00000000-0000-7000-8000-000000000031'

const SESSION_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** Somebody who is signed in: the row's id and the headers that prove it. */
export type SignedIn = {
  id: string
  name: string
  headers: Record<string, string>
}

/** An employee with a live session. */
export async function buildEmployee(
  { deps, clock }: TestServer,
  given: { role?: StaffRole; name?: string; departmentId?: string; isActive?: boolean } = {},
): Promise<SignedIn> {
  const id = newId()
  const name = given.name ?? `Employee ${id.slice(-6)}`
  const sessionId = newId()
  await deps.database.transact(async (tx) => {
    await tx.employee.create({
      data: {
        id,
        name,
        initials: nextInitials(),
        email: `${id}@staff.test`,
        departmentId: given.departmentId ?? SUPPORT_DEPARTMENT_ID,
        role: given.role ?? 'agent',
        isActive: given.isActive ?? true,
      },
    })
    await tx.staffSession.create({ data: { id: sessionId, employeeId: id, ...session(clock.now) } })
  })
  const token = await deps.tokens.sign('desk', { sessionId, personId: id }, clock.now)
  return { id, name, headers: { cookie: `td-desk-access=${token}`, origin: ORIGIN } }
}

export async function buildCustomer(
  { deps }: TestServer,
  given: { name?: string; ratePerHour?: number } = {},
): Promise<{ id: string; name: string }> {
  const id = newId()
  const name = given.name ?? `Customer ${id.slice(-6)}`
  await deps.database.transact((tx) =>
    tx.customer.create({ data: { id, name, ratePerHour: given.ratePerHour ?? null } }),
  )
  return { id, name }
}

/** A contact with a live session, at a customer of its own unless one is given. */
export async function buildContact(
  server: TestServer,
  given: { customerId?: string; role?: ContactRole; seesAllCases?: boolean; name?: string } = {},
): Promise<SignedIn & { customerId: string }> {
  const { deps, clock } = server
  const customerId = given.customerId ?? (await buildCustomer(server)).id
  const id = newId()
  const sessionId = newId()
  const name = given.name ?? `Contact ${id.slice(-6)}`
  await deps.database.transact(async (tx) => {
    await tx.contact.create({
      data: {
        id,
        customerId,
        name,
        email: `${id}@customer.test`,
        role: given.role ?? 'requester',
        seesAllCases: given.seesAllCases ?? false,
      },
    })
    await tx.contactSession.create({ data: { id: sessionId, contactId: id, ...session(clock.now) } })
  })
  const token = await deps.tokens.sign('extranet', { sessionId, personId: id }, clock.now)
  return { id, name, customerId, headers: { cookie: `td-extranet-access=${token}`, origin: ORIGIN } }
}

function session(now: Date) {
  return {
    refreshHash: newId(),
    rotatedAt: now,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY_MS),
    userAgent: 'test',
    ipAddress: '127.0.0.1',
  }
}
