import type { Scope } from '@timedesk/contracts/access'
import { newApiToken } from '../src/identity/api-token-form.ts'
import { hashSecret } from '../src/identity/authenticate.ts'
import { newId } from '../src/platform/new-id.ts'
import type { SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** An employee's API token that may do no more than its scopes say. */
export async function buildApiToken({ deps, clock }: TestServer, owner: SignedIn, scopes: Scope[]): Promise<SignedIn> {
  const secret = newApiToken()
  await deps.database.transact((tx) =>
    tx.apiToken.create({
      data: {
        id: newId(),
        employeeId: owner.id,
        name: 'Integration',
        hint: 'test',
        hash: hashSecret(secret),
        scopes,
        createdAt: clock.now,
        expiresAt: new Date(clock.now.getTime() + DAY_MS),
      },
    }),
  )
  return { ...owner, headers: { authorization: `Bearer ${secret}` } }
}
