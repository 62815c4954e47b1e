import type { Language } from '@timedesk/contracts/primitives'
import { Refusal } from '@timedesk/contracts/refusal'
import type { TextGround } from '@timedesk/domain/texts/values'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** Who speaks, to whom and when. */
type Speaking = {
  caseId: string
  /** Null: nobody in person. */
  agentName: string | null
  /** Where the link leads: a reply's to the customer's side, a note's to staff's. */
  readers: 'contact' | 'staff'
  publicUrl: string
  now: Date
}

type Row = Omit<TextGround, 'link' | 'agentName' | 'now'> & { contactLanguage: Language; companyLanguage: Language }

/**
 * What the variables of a text are filled in from on a case, and the language of its readers: the contact's, else the
 * customer's; for what staff reads, the company's. Refuses with `not_found`.
 */
export async function findTextGround(
  reader: Reader,
  { caseId, agentName, readers, publicUrl, now }: Speaking,
): Promise<{ ground: TextGround; language: Language }> {
  const [row] = await reader.rows<Row>(Prisma.sql`
    SELECT c.number, c.subject, c.due_at AS "dueAt", u.name AS "customerName", p.name AS "contactName",
           coalesce(p.language, u.language) AS "contactLanguage", y.language AS "companyLanguage", y.name AS "companyName", y.time_zone AS "timeZone"
      FROM support_case c JOIN customer u ON u.id = c.customer_id LEFT JOIN contact p ON p.id = c.contact_id CROSS JOIN company y
     WHERE c.id = ${caseId}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  const { contactLanguage, companyLanguage, ...facts } = row
  const isForContact = readers === 'contact'
  const link = `${publicUrl}/${isForContact ? 'extranet' : 'desk'}/cases/${String(row.number)}`
  return {
    ground: { ...facts, link, agentName, now },
    language: isForContact ? contactLanguage : companyLanguage,
  }
}
