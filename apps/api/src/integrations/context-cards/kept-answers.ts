import type { CardComponent } from '@timedesk/contracts/context-card-components'
import type { CardFailure, CardState } from '@timedesk/contracts/case-context-cards'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import type { StoredCard } from './find-context-cards.ts'

/** What a card said, and how long it may be shown. */
export type KeptAnswer = {
  state: CardState
  components: CardComponent[]
  failure: CardFailure | null
  askedAt: Date
  expiresAt: Date
}

type Asked = { card: StoredCard; caseId: string; asked: string }

/** What was said to the same question within its time to live; null when nothing was. */
export async function findKeptAnswer(
  reader: Reader,
  { card, caseId, asked }: Asked,
  now: Date,
): Promise<KeptAnswer | null> {
  const [kept] = await reader.rows<KeptAnswer>(Prisma.sql`
    SELECT state, components, failure, asked_at AS "askedAt", expires_at AS "expiresAt" FROM context_card_answer
     WHERE card_id = ${card.id}::uuid AND case_id = ${caseId}::uuid AND asked = ${asked} AND expires_at > ${now}`)
  return kept ?? null
}

/**
 * Keeps an answer in place of the one before. The card's row is held for it, and has to be of the version that asked:
 * a change of the card either waits and then forgets the answer too, or was first and nothing is kept.
 */
export async function keepAnswer(
  reader: Reader,
  { card, caseId, asked, version }: Asked & { version: number },
  { state, components, failure, askedAt, expiresAt }: KeptAnswer,
): Promise<void> {
  await reader.rows(Prisma.sql`
    INSERT INTO context_card_answer (card_id, case_id, asked, state, components, failure, asked_at, expires_at)
    SELECT k.id, ${caseId}::uuid, ${asked}, ${state}, ${JSON.stringify(components)}::jsonb,
           ${failure === null ? null : JSON.stringify(failure)}::jsonb, ${askedAt}, ${expiresAt}
      FROM context_card k WHERE k.id = ${card.id}::uuid AND k.version = ${version} FOR SHARE OF k
    ON CONFLICT (card_id, case_id) DO UPDATE SET asked = EXCLUDED.asked, state = EXCLUDED.state, components = EXCLUDED.components,
      failure = EXCLUDED.failure, asked_at = EXCLUDED.asked_at, expires_at = EXCLUDED.expires_at`)
}
