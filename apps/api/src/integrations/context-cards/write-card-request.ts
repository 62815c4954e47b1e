import { createHash } from 'node:crypto'
import { Prisma } from '@timedesk/prisma/client'
import type { Deps } from '../../platform/deps.ts'
import type { Reader } from '../../platform/db/database.ts'
import { liveSalts, signatureHeaders } from './card-secret.ts'
import type { StoredCard } from './find-context-cards.ts'
import type { CardRequest } from './post-to-card.ts'

type Named = { id: string; name: string }

/** What a card's system is told of a case. */
type CardSubject = {
  case: {
    id: string
    number: number
    subject: string
    type: Named | null
    status: Named & { category: string }
    priority: Named
    department: Named
    responsible: Named | null
    product: string | null
    externalReference: string | null
    tags: string[]
    createdAt: string
  }
  customer: Named & { number: number }
  contact: (Named & { email: string }) | null
  agreementId: string | null
}

type Row = CardSubject['case'] & Pick<CardSubject, 'customer' | 'contact' | 'agreementId'>

/** A case as cards are told of it; null where there is none. */
export async function findCardSubject(reader: Reader, caseId: string): Promise<CardSubject | null> {
  const [row] = await reader.rows<Omit<Row, 'createdAt'> & { createdAt: Date }>(Prisma.sql`
    SELECT c.id, c.number, c.subject, c.product, c.external_reference AS "externalReference", c.tags, c.created_at AS "createdAt",
      (SELECT json_build_object('id', t.id, 'name', t.name) FROM case_type t WHERE t.id = c.type_id) AS type,
      (SELECT json_build_object('id', s.id, 'name', s.name, 'category', s.category) FROM case_status s WHERE s.id = c.status_id) AS status,
      (SELECT json_build_object('id', p.id, 'name', p.name) FROM priority p WHERE p.id = c.priority_id) AS priority,
      (SELECT json_build_object('id', d.id, 'name', d.name) FROM department d WHERE d.id = c.department_id) AS department,
      (SELECT json_build_object('id', e.id, 'name', e.name) FROM employee e WHERE e.id = c.responsible_id) AS responsible,
      (SELECT json_build_object('id', u.id, 'number', u.number, 'name', u.name) FROM customer u WHERE u.id = c.customer_id) AS customer,
      (SELECT json_build_object('id', k.id, 'name', k.name, 'email', k.email) FROM contact k WHERE k.id = c.contact_id) AS contact,
      c.agreement_id AS "agreementId"
    FROM support_case c WHERE c.id = ${caseId}::uuid`)
  if (row === undefined) return null
  const { customer, contact, agreementId, createdAt, ...facts } = row
  return { case: { ...facts, createdAt: createdAt.toISOString() }, customer, contact, agreementId }
}

/** The words of a request; the same case makes the same words. */
export function writeCardBody({ id, name }: Named, subject: CardSubject): string {
  return JSON.stringify({ card: { id, name }, ...subject })
}

/** What an answer holds for. */
export function hashOfBody(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}

/** A request as it is sent, signed now. */
export function signCardRequest(
  { secret, newId }: Pick<Deps, 'secret' | 'newId'>,
  card: StoredCard,
  body: string,
  sentAt: Date,
): CardRequest {
  const message = { id: `msg_${newId()}`, sentAt, body }
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Timedesk',
    ...signatureHeaders(secret, liveSalts(card, sentAt), message),
  }
  return { url: card.url, headers, body, timeoutSeconds: card.timeoutSeconds }
}
