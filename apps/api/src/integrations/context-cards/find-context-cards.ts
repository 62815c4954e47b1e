import type { ContextCard } from '@timedesk/contracts/context-cards'
import { CONTEXT_CARDS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../../platform/db/database.ts'
import type { Salts } from './card-secret.ts'

type Named = { id: string; name: string }

/** A card as it is stored, with what its secret is derived from. */
export type StoredCard = Salts & {
  id: string
  name: string
  url: string
  types: Named[]
  departments: Named[]
  timeoutSeconds: number
  secretSetAt: Date
  position: number
  isActive: boolean
  version: number
}

const selection = Prisma.sql`SELECT k.id, k.name, k.url, k.timeout_seconds AS "timeoutSeconds", k.secret_salt AS "secretSalt",
    k.secret_set_at AS "secretSetAt", k.former_salt AS "formerSalt", k.former_until AS "formerUntil", k.position, k.is_active AS "isActive", k.version,
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name, t.id), '[]') FROM case_type t WHERE t.id = ANY(k.type_ids)) AS types,
    (SELECT coalesce(json_agg(json_build_object('id', d.id, 'name', d.name) ORDER BY d.name, d.id), '[]') FROM department d WHERE d.id = ANY(k.department_ids)) AS departments
  FROM context_card k`

/** All cards in their order. */
export async function findContextCards(reader: Reader): Promise<ContextCard[]> {
  const rows = await reader.rows<StoredCard>(
    Prisma.sql`${selection} ORDER BY k.position, k.id LIMIT ${CONTEXT_CARDS_MAX}`,
  )
  return rows.map(presentCard)
}

/** One card. Refuses with `not_found`. */
export async function findContextCard(reader: Reader, id: string): Promise<ContextCard> {
  return presentCard(await findStoredCard(reader, id))
}

/** One card as it is stored. Refuses with `not_found`. */
export async function findStoredCard(reader: Reader, id: string): Promise<StoredCard> {
  return required(await reader.rows<StoredCard>(Prisma.sql`${selection} WHERE k.id = ${id}::uuid`))
}

/** The same, held for a change; answers to what it asked before are not kept meanwhile. */
export async function lockContextCard(tx: Tx, id: string): Promise<StoredCard> {
  return required(await tx.rows<StoredCard>(Prisma.sql`${selection} WHERE k.id = ${id}::uuid FOR UPDATE OF k`))
}

const line = (tree: Prisma.Sql, from: Prisma.Sql) => Prisma.sql`ARRAY(WITH RECURSIVE line AS (
    SELECT id, parent_id FROM ${tree} WHERE id = ${from}
    UNION SELECT t.id, t.parent_id FROM ${tree} t JOIN line l ON t.id = l.parent_id)
  SELECT id FROM line)`

const suits = (
  caseId: string,
) => Prisma.sql`k.is_active AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = ${caseId}::uuid
    AND (k.type_ids = '{}' OR k.type_ids && ${line(Prisma.sql`case_type`, Prisma.sql`c.type_id`)})
    AND (k.department_ids = '{}' OR k.department_ids && ${line(Prisma.sql`department`, Prisma.sql`c.department_id`)}))`

/** The active cards that are for such a case, in their order. */
export async function findCaseCards(reader: Reader, caseId: string): Promise<Named[]> {
  return reader.rows<Named>(
    Prisma.sql`SELECT k.id, k.name FROM context_card k WHERE ${suits(caseId)} ORDER BY k.position, k.id LIMIT ${CONTEXT_CARDS_MAX}`,
  )
}

/** An active card that is for such a case. Refuses with `not_found`. */
export async function findCardOfCase(reader: Reader, caseId: string, cardId: string): Promise<StoredCard> {
  return required(
    await reader.rows<StoredCard>(Prisma.sql`${selection} WHERE k.id = ${cardId}::uuid AND ${suits(caseId)}`),
  )
}

function required([card]: StoredCard[]): StoredCard {
  if (card === undefined) throw new Refusal('not_found')
  return card
}

/** A card without what its secret is derived from. */
export function presentCard(card: StoredCard): ContextCard {
  const { id, name, url, types, departments, timeoutSeconds, secretSetAt, position, isActive, version } = card
  const shown = { id, name, url, types, departments, timeoutSeconds, position, isActive, version }
  return { ...shown, secretSetAt: secretSetAt.toISOString() }
}
