import type { StatusCategory } from '@timedesk/contracts/case-status'
import type { ActorKind, EventPayload } from '@timedesk/contracts/events'
import type { Language } from '@timedesk/contracts/primitives'
import { customerWords } from '@timedesk/domain/helpdesk/customer-words'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

type Wording = Record<Language, string>

/** The company's own words for customers of status `s`, in both languages; null where it has none. */
export const wordingOfStatus = Prisma.sql`CASE WHEN s.customer_name IS NULL THEN NULL
  ELSE json_build_object('en', s.customer_name, 'da', s.customer_name_da) END`

export type StatusWordings = ReadonlyMap<string, Wording>

/** The company's own words for customers, by status. */
export async function findStatusWordings(reader: Reader): Promise<StatusWordings> {
  const rows = await reader.rows<{ id: string; wording: Wording }>(
    Prisma.sql`SELECT s.id, ${wordingOfStatus} AS wording FROM case_status s WHERE s.customer_name IS NOT NULL`,
  )
  return new Map(rows.map(({ id, wording }) => [id, wording]))
}

/** An event as customers read it: what staff calls statuses stays inside. */
export function inCustomerWords(event: EventPayload, wordings: StatusWordings, language: Language): EventPayload {
  const words = (category: StatusCategory, id: string | undefined) =>
    customerWords(category, (id === undefined ? undefined : wordings.get(id)) ?? null, language)
  switch (event.type) {
    case 'case.status_changed':
      return { ...event, from: words(event.fromCategory, event.fromId), to: words(event.toCategory, event.toId) }
    case 'case.close_warned':
      return { ...event, to: words(event.toCategory, event.toId) }
    default:
      return event
  }
}

/** An event as contacts read it. Why somebody of us moved a case is said in a reply, or to nobody. */
export function withoutOurReason(event: EventPayload, actorKind: ActorKind): EventPayload {
  if (actorKind === 'contact' || event.type !== 'case.status_changed') return event
  const { reason: _inside, ...told } = event
  return told
}
