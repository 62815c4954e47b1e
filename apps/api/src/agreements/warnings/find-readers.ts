import type { Language } from '@timedesk/contracts/primitives'
import type { ContactRole } from '@timedesk/contracts/access'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import type { AgreementNews } from '../../platform/mail/texts/agreement-news.ts'

/** Who hears of news about an agreement, and what the mail says of it. */
export type Reading = {
  heading: string
  customer: string
  companyName: string
  /** Whether the customer's people may see units, and units of money (R86). */
  showsBalances: boolean
  showsMoney: boolean
  people: { id: string; name: string; email: string; language: Language; app: 'desk' | 'extranet' }[]
}

type Kind = AgreementNews['kind']

/** By kind of news, whether the agreement's owner hears of it, and which of the customer's people. */
const readers: Record<Kind, { owner: boolean; contacts: ContactRole[] }> = {
  threshold: { owner: true, contacts: [] },
  empty: { owner: true, contacts: [] },
  expiry: { owner: true, contacts: ['manager'] },
  expired: { owner: true, contacts: ['manager'] },
  notice: { owner: true, contacts: ['manager'] },
  renewed: { owner: true, contacts: ['manager'] },
  ended: { owner: true, contacts: [] },
  price_change: { owner: false, contacts: ['manager', 'bookkeeper'] },
}

/** The owner of an agreement, else the customer's account manager, and the customer's people whom the news is for. */
export async function findReaders(tx: Tx, agreementId: string, kind: Kind): Promise<Reading> {
  const { owner, contacts } = readers[kind]
  const [reading] = await tx.rows<Reading>(Prisma.sql`SELECT a.heading, cu.name AS customer, co.name AS "companyName",
      cu.shows_balances AS "showsBalances", cu.shows_money AS "showsMoney",
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'language', p.language, 'app', p.app)
          ORDER BY p.app, p.id), '[]')
        FROM (
          (SELECT e.id, e.name, e.email, e.language, 'desk' AS app FROM employee e
            WHERE ${owner} AND e.is_active AND e.id IN (a.owner_id, cu.account_manager_id)
            ORDER BY e.id IS DISTINCT FROM a.owner_id LIMIT 1)
          UNION ALL
          SELECT c.id, c.name, c.email, c.language, 'extranet' FROM contact c
            WHERE c.customer_id = cu.id AND c.is_active AND cu.is_active AND c.role = ANY(${contacts}::text[])
        ) p) AS people
    FROM agreement a JOIN customer cu ON cu.id = a.customer_id CROSS JOIN company co WHERE a.id = ${agreementId}::uuid`)
  if (reading === undefined) throw new Error('An agreement that warns exists')
  return reading
}
