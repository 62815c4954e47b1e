import { newId } from '../src/platform/new-id.ts'
import { openCase, reportCase, send } from './cases.ts'
import {
  buildContact,
  buildCustomer,
  buildEmployee,
  statusId,
  SUPPORT_DEPARTMENT_ID,
  type SignedIn,
} from './factories.ts'
import { ORIGIN, type TestServer } from './harness.ts'

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS
const CASES = 36

/** A case as a slow list sees it: everything that lists ask about, in plain values. */
export type OracleCase = {
  id: string
  number: number
  subject: string
  category: keyof typeof statusId
  statusId: string
  customerId: string
  customerName: string
  departmentId: string
  departmentName: string
  responsibleId: string | null
  responsibleName: string | null
  typeId: string | null
  typeName: string | null
  priorityId: string
  level: number
  tags: string[]
  estimateMinutes: number | null
  createdAt: number
  lastActivityAt: number
  dueAt: number | null
  solvedAt: number | null
  isUnread: boolean
}

export type ListWorld = {
  agent: SignedIn
  cases: OracleCase[]
  customers: { id: string; name: string; number: number }[]
  /** The second one lies below the first. */
  departments: { id: string; name: string }[]
  types: { id: string; name: string }[]
}

const priorities = [11, 12, 13, 14].map((id) => `00000000-0000-7000-8000-0000000000${String(id)}`)
const tags = ['printing', 'vpn', 'urgent']
const subjects = ['Printer jams', 'Mail is slow', 'No sound', 'printer jams again', 'Wants access']

/**
 * Cases that differ in all that lists go by, some of them alike in several things: two customers of one name, dues of
 * the same minute, departments and types below one another. The clock stands some hours later.
 */
export async function buildListWorld(server: TestServer): Promise<ListWorld> {
  const people = [
    await buildEmployee(server, { name: 'Anna Holm' }),
    await buildEmployee(server, { name: 'Bo Friis' }),
    await buildEmployee(server, { name: 'bo friis' }),
  ]
  const names = ['Acme', 'acme', 'Nordlys Software', 'Vestas Biler']
  const ids = await Promise.all(names.map(async (name) => (await buildCustomer(server, { name })).id))
  const below = { id: newId(), name: 'Hosting' }
  const types = { above: { id: newId(), name: 'Incident' }, below: { id: newId(), name: 'Outage' } }
  await server.database.transact(async (tx) => {
    await tx.department.create({ data: { ...below, parentId: SUPPORT_DEPARTMENT_ID } })
    await tx.caseType.create({ data: types.above })
    await tx.caseType.create({ data: { ...types.below, parentId: types.above.id } })
  })
  const departments = [{ id: SUPPORT_DEPARTMENT_ID, name: 'Support' }, below]
  const ground = { people, ids, departments, types: [types.above, types.below] }
  for (let at = 0; at < CASES; at += 1) {
    if (at % 3 > 0) server.clock.now = new Date(server.clock.now.getTime() + 41 * MINUTE_MS)
    if (at % 6 === 5) await reportOne(server, ids, at)
    else await openOne(server, ground, at)
  }
  server.clock.now = new Date(server.clock.now.getTime() + 127 * MINUTE_MS)
  const agent = await signInAnew(server, pick(people, 0))
  const soon = { deadline: new Date(server.clock.now.getTime() + 3 * MINUTE_MS).toISOString() }
  await openCase(server, agent, { customerId: pick(ids, 0), ...soon })
  const customers = await server.database.transact((tx) => tx.customer.findMany({ where: { id: { in: ids } } }))
  return { agent, cases: await readOracle(server, agent), customers, departments, types: ground.types }
}

function pick<Thing>(things: readonly Thing[], at: number): Thing {
  return things[at % things.length] as Thing
}

/** A session does not outlive the clock’s leaps. */
async function signInAnew({ deps, clock }: TestServer, { id, name }: SignedIn): Promise<SignedIn> {
  const sessionId = newId()
  const own = {
    refreshHash: newId(),
    rotatedAt: clock.now,
    createdAt: clock.now,
    userAgent: 'test',
    ipAddress: '127.0.0.1',
  }
  const expiresAt = new Date(clock.now.getTime() + HOUR_MS)
  await deps.database.transact((tx) =>
    tx.staffSession.create({ data: { id: sessionId, employeeId: id, ...own, expiresAt } }),
  )
  const token = await deps.tokens.sign('desk', { sessionId, personId: id }, clock.now)
  return { id, name, headers: { cookie: `td-desk-access=${token}`, origin: ORIGIN } }
}

async function reportOne(server: TestServer, ids: readonly string[], at: number): Promise<void> {
  const contact = await buildContact(server, { customerId: pick(ids, 3) })
  await reportCase(server, contact, { subject: `${pick(subjects, at)} ${String(at)}` })
}

type Ground = Pick<ListWorld, 'departments' | 'types'> & { people: SignedIn[]; ids: string[] }

async function openOne(server: TestServer, { people, ids, departments, types }: Ground, at: number): Promise<void> {
  const by = await buildEmployee(server)
  const later = (at % 7) * 20 * HOUR_MS + HOUR_MS
  const { id } = await openCase(server, by, {
    customerId: pick(ids.slice(0, 3), at * 7),
    subject: `${pick(subjects, at * 3)} ${String(at)}`,
    priorityId: pick(priorities, at * 5),
    responsibleId: at % 4 === 0 || at % 5 === 0 ? null : pick(people, at).id,
    departmentId: pick(departments, at % 5 === 0 ? 1 : 0).id,
    typeId: at % 3 === 0 ? null : pick(types, at).id,
    tags: at % 2 === 0 ? [] : [pick(tags, at), pick(tags, at * 2)],
    estimateMinutes: at % 3 === 1 ? 30 * (at % 4) + 30 : null,
    deadline: at % 3 === 2 ? null : new Date(server.clock.now.getTime() + later).toISOString(),
  })
  const status = pick(['new', 'open', 'waiting_customer', 'solved', 'new', 'cancelled', 'open'] as const, at)
  if (status === 'new') return
  const moved = await send(server, by, 'PUT', `/api/v1/cases/${id}/status`, { statusId: statusId[status] })
  if (moved.statusCode !== 200) throw new Error(moved.body)
}

async function readOracle({ database }: TestServer, agent: SignedIn): Promise<OracleCase[]> {
  const rows = await database.transact((tx) =>
    tx.supportCase.findMany({
      include: {
        ...{ customer: true, department: true, responsible: true, type: true, priority: true },
        staffMarks: { where: { employeeId: agent.id } },
      },
    }),
  )
  return rows.map((row) => {
    const mark = row.staffMarks[0]?.readAt
    const { id, number, subject, statusId: status, tags: own, estimateMinutes } = row
    return {
      ...{ id, number, subject, statusId: status, tags: own, estimateMinutes },
      category: row.category as keyof typeof statusId,
      ...{ customerId: row.customerId, customerName: row.customer.name },
      ...{ departmentId: row.departmentId, departmentName: row.department.name },
      ...{ responsibleId: row.responsibleId, responsibleName: row.responsible?.name ?? null },
      ...{ typeId: row.typeId, typeName: row.type?.name ?? null },
      ...{ priorityId: row.priorityId, level: row.priority.level },
      ...{ createdAt: row.createdAt.getTime(), lastActivityAt: row.lastActivityAt.getTime() },
      ...{ dueAt: row.dueAt?.getTime() ?? null, solvedAt: row.solvedAt?.getTime() ?? null },
      isUnread: mark === undefined ? row.lastContactReplyAt !== null : mark < (row.lastContactReplyAt ?? row.createdAt),
    }
  })
}
