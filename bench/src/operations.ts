import type { Shot } from './load.ts'

export type Operation = { name: string; target: number; product: (shot: number) => Shot; floor: (shot: number) => Shot }

type Facts = { cases: number; customers: number; token: string; employeeId: string }

/** The generator's ids, which are made the same way from kind and number. */
export const idOf = (kind: number, number: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** The same work for the product and for the floor. Targets are the share of the floor's throughput to reach. */
export function operationsFor({ cases, customers, token, employeeId }: Facts): Operation[] {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  const keyed = () => ({ ...headers, 'idempotency-key': crypto.randomUUID() })
  const department = (shot: number) => idOf(1, 1 + (shot % 5))
  const aCase = (shot: number) => idOf(6, 1 + ((shot * 7919) % cases))
  const customer = (shot: number) => idOf(3, 1 + (shot % customers))
  const words = (shot: number) => `word${String((shot * 31) % 9973)}`
  const text = 'We have found the reason and are on it. '.repeat(5)
  const floor = (name: string, body: Record<string, string>): Shot => ({ method: 'POST', path: `/${name}`, body })

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
    {
      name: 'search',
      target: 0.7,
      product: (n) => ({ method: 'GET', path: `/api/v1/cases?search=${words(n)}`, headers }),
      floor: (n) => floor('search', { words: words(n) }),
    },
    {
      name: 'create',
      target: 0.3,
      product: (n) => ({
        method: 'POST',
        path: '/api/v1/cases',
        headers: keyed(),
        body: {
          subject: `Bench ${String(n)}`,
          description: text,
          customerId: customer(n),
          departmentId: department(n),
        },
      }),
      floor: (n) =>
        floor('create', { customerId: customer(n), subject: `Bench ${String(n)}`, departmentId: department(n), text }),
    },
    {
      name: 'reply',
      target: 0.3,
      product: (n) => ({
        method: 'POST',
        path: `/api/v1/cases/${idOf(6, 6 * (1 + (n % Math.floor(cases / 6))) - 6 || 6)}/replies`,
        headers: keyed(),
        body: { body: text },
      }),
      floor: (n) => floor('reply', { caseId: aCase(n), text }),
    },
    {
      name: 'time',
      target: 0.2,
      product: (n) => ({
        method: 'POST',
        path: '/api/v1/time-entries',
        headers: keyed(),
        body: { caseId: aCase(n), minutes: 1 + (n % 90), activityTypeId: '00000000-0000-7000-8000-000000000021' },
      }),
      floor: (n) => floor('time', { caseId: aCase(n), employeeId, minutes: String(1 + (n % 90)) }),
    },
  ]
}
