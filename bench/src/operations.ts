import { prepaidCases, SUPPORT_ACTIVITY_ID } from './generate-money.ts'
import type { Shot } from './load.ts'
import type { Operation, Shots } from './operation.ts'
import { searchOperations } from './search-operations.ts'
import { viewOperations } from './view-operations.ts'

type Facts = { cases: number; customers: number; voucherCustomers: number; token: string; employeeId: string }

/** The generator's ids, which are made the same way from kind and number. */
export const idOf = (kind: number, number: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

const TEXT = 'We have found the reason and are on it. '.repeat(5)

/** The same work for the product and for the floor. Targets are the share of the floor's throughput to reach; 0 for none. */
export function operationsFor(facts: Facts): Operation[] {
  const { cases, customers, token } = facts
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  const shots: Shots = {
    headers,
    keyed: () => ({ ...headers, 'idempotency-key': crypto.randomUUID() }),
    department: (shot) => idOf(1, 1 + (shot % 5)),
    aCase: (shot) => idOf(6, 1 + ((shot * 7919) % cases)),
    customer: (shot) => idOf(3, 1 + (shot % customers)),
    floor: (name, body) => ({ method: 'POST', path: `/${name}`, body }),
  }
  return [
    ...readings(shots),
    ...viewOperations(shots),
    ...boards(shots),
    ...searchOperations(shots),
    ...writings(shots, facts),
    ...coverings(shots, facts),
  ]
}

function readings({ headers, department, aCase, floor }: Shots): Operation[] {
  return [
    {
      name: 'list',
      target: 0.5,
      product: (n) => ({
        method: 'GET',
        path: `/api/v1/cases?isActive=true&department=${department(n)}&limit=50`,
        headers,
      }),
      floor: (n) => floor('list', { departmentId: department(n) }),
    },
    {
      name: 'read',
      target: 0.5,
      product: (n) => ({ method: 'GET', path: `/api/v1/cases/${aCase(n)}/timeline?lanes=dialogue`, headers }),
      floor: (n) => floor('read', { caseId: aCase(n) }),
    },
  ]
}

/** How many people look at boards at once. */
const DISPATCHERS = 4

function boards({ headers, department, floor }: Shots): Operation[] {
  const board = (query: string): Shot => ({ method: 'GET', path: `/api/v1/dispatch-board${query}`, headers })
  return [
    {
      // What is late or due within a day, the most urgent first.
      name: 'due soon',
      target: 0.3,
      product: (n) => ({
        method: 'GET',
        path: `/api/v1/cases?isActive=true&sort=due&dueBefore=${tomorrow()}&department=${department(n)}&limit=50`,
        headers,
      }),
      floor: (n) => floor('due', { departmentId: department(n), before: tomorrow() }),
    },
    {
      name: 'board',
      target: 0.3,
      concurrency: DISPATCHERS,
      product: (n) => board(`?departmentId=${department(n)}`),
      floor: (n) => floor('board', { departmentId: department(n), before: tomorrow() }),
    },
    {
      // Of the whole company: here the time counts.
      name: 'board of all',
      target: 0,
      concurrency: DISPATCHERS,
      product: () => board(''),
      floor: (n) => floor('board', { departmentId: department(n), before: tomorrow() }),
    },
  ]
}

const DAY_MS = 24 * 60 * 60_000

function tomorrow(): string {
  return new Date(Date.now() + DAY_MS).toISOString()
}

function writings({ keyed, department, aCase, customer, floor }: Shots, { cases, employeeId }: Facts): Operation[] {
  // Every sixth case is open: a closed one refuses replies.
  const anOpenCase = (shot: number) => idOf(6, 6 * (1 + (shot % (Math.floor(cases / 6) - 1))))
  const minutes = (shot: number) => 1 + (shot % 90)
  return [
    {
      name: 'create',
      target: 0.3,
      product: (n) => ({
        method: 'POST',
        path: '/api/v1/cases',
        headers: keyed(),
        body: {
          subject: `Bench ${String(n)}`,
          description: TEXT,
          customerId: customer(n),
          departmentId: department(n),
        },
      }),
      floor: (n) =>
        floor('create', {
          customerId: customer(n),
          subject: `Bench ${String(n)}`,
          departmentId: department(n),
          text: TEXT,
        }),
    },
    {
      name: 'reply',
      target: 0.3,
      product: (n) => ({
        method: 'POST',
        path: `/api/v1/cases/${anOpenCase(n)}/replies`,
        headers: keyed(),
        body: { body: TEXT },
      }),
      floor: (n) => floor('reply', { caseId: anOpenCase(n), text: TEXT }),
    },
    {
      name: 'time',
      target: 0.2,
      product: (n) => ({
        method: 'POST',
        path: '/api/v1/time-entries',
        headers: keyed(),
        body: { caseId: aCase(n), minutes: minutes(n), activityTypeId: SUPPORT_ACTIVITY_ID },
      }),
      floor: (n) => floor('time', { caseId: aCase(n), employeeId, minutes: String(minutes(n)) }),
    },
  ]
}

/** Work that a voucher pays for: what cover says of it, and registering it with the draw. */
function coverings({ headers, keyed, floor }: Shots, facts: Facts): Operation[] {
  const { cases, employeeId } = facts
  const aCase = (shot: number) => idOf(6, cases + 1 + (shot % prepaidCases(facts)))
  const minutes = (shot: number) => 1 + (shot % 90)
  const work = (shot: number) => ({ caseId: aCase(shot), minutes: minutes(shot), activityTypeId: SUPPORT_ACTIVITY_ID })
  return [
    {
      // The floor only looks up what an answer would be made of: no target is set.
      name: 'verdict',
      target: 0,
      product: (n) => ({ method: 'POST', path: '/api/v1/time-previews', headers, body: work(n) }),
      floor: (n) => floor('cover', { caseId: aCase(n) }),
    },
    {
      name: 'time with voucher',
      target: 0.2,
      product: (n) => ({ method: 'POST', path: '/api/v1/time-entries', headers: keyed(), body: work(n) }),
      floor: (n) => floor('time', { caseId: aCase(n), employeeId, minutes: String(minutes(n)) }),
    },
  ]
}
