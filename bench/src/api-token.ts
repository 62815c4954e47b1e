import { createHash } from 'node:crypto'
import { newApiToken } from '@timedesk/api/identity/api-token-form'
import pg from 'pg'
import { idOf } from './operations.ts'

/** Lets the first agent in by a token with some scopes, and resolves with it. */
export async function createToken(url: string, scopes: readonly string[]): Promise<string> {
  const secret = newApiToken()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('SET ROLE timedesk_staff')
  await client.query(
    `INSERT INTO api_token (id, employee_id, name, hint, hash, scopes, created_at, expires_at) VALUES (gen_random_uuid(), $1, 'bench', '', $2, $3, now(), now() + interval '1 day')`,
    [idOf(2, 1), createHash('sha256').update(secret).digest('base64url'), scopes],
  )
  await client.end()
  return secret
}
