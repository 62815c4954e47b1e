import type { Case } from '@timedesk/contracts/cases'
import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import type { SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

const CHANGES_A_CASE = /^PATCH \/api\/v1\/cases\/[^/]+$/u

/**
 * Sends a request as somebody; `payload` makes it one with a body. A change of a case is made whatever its version is,
 * unless the headers say of which.
 */
export function send(
  { app }: TestServer,
  by: SignedIn,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
  headers: object = {},
) {
  const anyVersion = CHANGES_A_CASE.test(`${method} ${url}`) ? { 'if-match': '*' } : {}
  return app.inject({
    method,
    url,
    headers: { ...by.headers, ...anyVersion, ...headers },
    ...(payload !== undefined && { payload }),
  })
}

/** Opens a case through the desk, as somebody of the staff. */
export async function openCase(
  server: TestServer,
  by: SignedIn,
  given: { customerId: string } & Record<string, unknown>,
): Promise<Case> {
  const payload = { subject: 'Cannot print invoices', description: 'Printing stops with **error 0x97**.', ...given }
  const answer = await send(server, by, 'POST', '/api/v1/cases', payload)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<Case>()
}

/** Reports a case through the extranet, as a contact. */
export async function reportCase(
  server: TestServer,
  by: SignedIn,
  given: Record<string, unknown> = {},
): Promise<ExtranetCase> {
  const payload = { subject: 'Cannot print invoices', description: 'Printing stops with **error 0x97**.', ...given }
  const answer = await send(server, by, 'POST', '/api/extranet/v1/cases', payload)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<ExtranetCase>()
}
