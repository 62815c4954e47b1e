import type { EventPayload } from '@timedesk/contracts/events'
import type { Language } from '@timedesk/contracts/primitives'
import { Prisma } from '@timedesk/prisma/client'
import type { Deps } from '../platform/deps.ts'
import type { Tx } from '../platform/db/database.ts'
import type { DeliveredEvent } from '../platform/events/relay.ts'
import { letterOf, type Letter } from '../platform/mail/texts/letters.ts'
import { writeMail } from '../platform/mail/write-mail.ts'

type Addressed = Pick<Letter, 'about' | 'companyName'> & {
  id: string
  name: string
  email: string
  language: Language
  /** The page in the reader's app. */
  page: string
}

const nobody = Prisma.sql`SELECT NULL WHERE false`

/**
 * Mails to people whom an event concerns beside the parties of a case: who sells vouchers hears of an order, and the
 * contact who ordered or asked hears of the answer. Like all mail it says that something is new and where (R84).
 */
export async function writeLetters(
  tx: Tx,
  { newId, now, publicUrl }: Pick<Deps, 'newId' | 'now' | 'publicUrl'>,
  event: DeliveredEvent,
): Promise<void> {
  const kind = kindOf(event.payload)
  if (kind === null) return
  for (const { id, name, email, page, ...told } of await tx.rows<Addressed>(readersOf(event.payload))) {
    const words = letterOf({ ...told, kind, actor: event.actorName, reader: name, link: `${publicUrl}${page}` })
    const causeKey = `letter:${event.id}:${id}`
    await writeMail(tx, {
      ...{ causeKey, kind: event.payload.type, to: { name, address: email }, ...words },
      ...{ now: now(), newId, publicUrl },
    })
  }
}

function kindOf(payload: EventPayload): Letter['kind'] | null {
  switch (payload.type) {
    case 'voucher.ordered':
      return 'ordered'
    case 'voucher.order_decided':
      return payload.verdict
    case 'time.question_answered':
      return 'answered'
    default:
      return null
  }
}

function readersOf(payload: EventPayload): Prisma.Sql {
  if (payload.type === 'voucher.ordered') return sellersOf(Number(payload.name))
  if (payload.type === 'voucher.order_decided')
    return Prisma.sql`SELECT c.id, c.name, c.email, c.language, a.heading AS about, co.name AS "companyName", '/extranet/agreements/' || a.id AS page
      FROM voucher_order o JOIN contact c ON c.id = o.contact_id JOIN agreement a ON a.id = o.agreement_id
      JOIN customer cu ON cu.id = o.customer_id CROSS JOIN company co
      WHERE o.number = ${Number(payload.name)} AND c.is_active AND cu.is_active`
  if (payload.type === 'time.question_answered')
    return Prisma.sql`SELECT c.id, c.name, c.email, c.language, '#' || s.number AS about, co.name AS "companyName", '/extranet/cases/' || s.number AS page
      FROM time_question q JOIN time_entry t ON t.id = q.entry_id JOIN support_case s ON s.id = t.case_id
      JOIN contact c ON c.id = q.contact_id JOIN customer cu ON cu.id = q.customer_id CROSS JOIN company co
      WHERE q.entry_id = ${payload.entryId}::uuid AND q.state = 'answered' AND c.is_active AND cu.is_active
      ORDER BY q.answered_at DESC LIMIT 1`
  return nobody
}

/** The agreement's owner, else the account manager of the customer, else everybody of finance. */
function sellersOf(orderNumber: number): Prisma.Sql {
  return Prisma.sql`SELECT s.id, s.name, s.email, s.language, a.heading AS about, co.name AS "companyName", '/desk/agreements/' || a.id AS page
    FROM voucher_order o JOIN agreement a ON a.id = o.agreement_id JOIN customer cu ON cu.id = o.customer_id CROSS JOIN company co
    JOIN LATERAL (
      SELECT e.*, rank() OVER (ORDER BY CASE e.id WHEN a.owner_id THEN 1 WHEN cu.account_manager_id THEN 2 ELSE 3 END) AS turn
        FROM employee e WHERE e.is_active AND (e.id IN (a.owner_id, cu.account_manager_id) OR e.role = 'finance')
    ) s ON s.turn = 1
    WHERE o.number = ${orderNumber} ORDER BY s.id`
}
