import type { Problem } from '@timedesk/contracts/problem'
import { refusals, type RefusalCode } from '@timedesk/contracts/refusal'
import type { Department } from '@timedesk/contracts/staff'
import { HttpResponse } from 'msw'
import { createClient, type Client, type ClientOptions } from '../src/call.ts'

export const ORIGIN = 'http://timedesk.test'
export const DEPARTMENT_ID = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'

/** A client that never really waits; `waits` are the pauses it asked for, in milliseconds. */
export function buildClient(options: ClientOptions = {}): { client: Client; waits: number[] } {
  const waits: number[] = []
  const client = createClient({
    baseUrl: ORIGIN,
    random: () => 1,
    sleep: (ms) => {
      waits.push(ms)
      return Promise.resolve()
    },
    ...options,
  })
  return { client, waits }
}

export function buildDepartment(overrides: Partial<Department> = {}): Department {
  return { id: DEPARTMENT_ID, name: 'Support', parent: null, isActive: true, version: 3, ...overrides }
}

/** What the API answers when it refuses. */
export function refuse(code: RefusalCode, overrides: Partial<Problem> = {}, headers: Record<string, string> = {}) {
  const { status, title } = refusals[code]
  const problem: Problem = {
    type: `/api/docs/problems#${code}`,
    title,
    status,
    instance: 'urn:request:r-1',
    code,
    requestId: 'r-1',
    ...overrides,
  }
  return HttpResponse.json(problem, { status, headers: { 'content-type': 'application/problem+json', ...headers } })
}

/** The URL at which a route's requests arrive. */
export function at({ path }: { path: string }): string {
  return `${ORIGIN}${path}`
}
