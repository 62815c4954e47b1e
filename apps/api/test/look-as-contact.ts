import { permissionsOfContactRole, type ContactRole } from '@timedesk/contracts/access'
import { Prisma } from '@timedesk/prisma/client'
import { newId } from '../src/platform/new-id.ts'
import type { ContactActor } from '../src/platform/context.ts'
import type { TestServer } from './harness.ts'

type Who = { id: string; customerId: string; role?: ContactRole; seesAllCases?: boolean }

/** Runs a query under the extranet's database role, as somebody: what no code can see more than. */
export function lookAsContact<Row = Record<string, unknown>>(
  { database }: TestServer,
  { id, customerId, role = 'manager', seesAllCases = true }: Who,
  query: string,
): Promise<Row[]> {
  const actor: ContactActor = {
    ...{ kind: 'contact', id, customerId, role, seesAllCases, name: '', language: 'en', key: id, sessionId: newId() },
    permissions: new Set(permissionsOfContactRole[role]),
  }
  return database.transactAs(actor, (tx) => tx.rows<Row>(Prisma.raw(query)))
}

/** An answer without its ids, in which any digits may stand. */
export function withoutIds(body: string): string {
  return body.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, '')
}

/** What no answer to a contact may hold: costs, what is owed or earned, what is written for staff only. */
export const UNSEEN =
  /cost|margin|liability|revenue|profit|internal|explanation|rate|kohlrabi|43217|432\.17|76543|765\.43/iu
