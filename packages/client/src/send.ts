import type { Route } from '@timedesk/contracts/route'
import { addressOf } from './address.ts'
import { ApiFault, ApiRefusal } from './api-error.ts'
import type { AnyInput } from './call-input.ts'

const KEY_BYTES = 16

/** One request, ready to be sent as often as needed: a repetition carries the same key. */
export type Prepared = { url: string; method: string; headers: Record<string, string>; body: string | null }

type Sender = { baseUrl: string; token: string | undefined; newKey: () => string }

/** Everything that an input says, as a request. A POST gets an idempotency key. */
export function prepare({ baseUrl, token, newKey }: Sender, route: Route, input: AnyInput): Prepared {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (token !== undefined) headers.authorization = `Bearer ${token}`
  if (route.method === 'POST') headers['idempotency-key'] = newKey()
  if (input.headers?.ifMatch !== undefined) headers['if-match'] = input.headers.ifMatch
  if (input.body !== undefined) headers['content-type'] = 'application/json'
  return {
    url: addressOf(baseUrl, route, input),
    method: route.method,
    headers,
    body: input.body === undefined ? null : JSON.stringify(input.body),
  }
}

/** A key that nobody else uses. Not `randomUUID`, which browsers have over HTTPS only. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The signal that ends a call: the caller's own, or the time that it may take. */
export function endOf(signal: AbortSignal | undefined, timeoutMs: number): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs)
  return signal === undefined ? timeout : AbortSignal.any([signal, timeout])
}

/** Runs a request and names its failure: trouble becomes an ApiFault, the caller's own abort stays what it is. */
export async function namingFaults<Result>(signal: AbortSignal, request: () => Promise<Result>): Promise<Result> {
  try {
    return await request()
  } catch (error) {
    if (error instanceof ApiRefusal || error instanceof ApiFault) throw error
    if (!signal.aborted) throw new ApiFault('network', 'The server cannot be reached.', { cause: error })
    const reason = signal.reason as Error
    if (reason.name !== 'TimeoutError') throw reason
    throw new ApiFault('timeout', 'The server took too long to answer.', { cause: reason })
  }
}
