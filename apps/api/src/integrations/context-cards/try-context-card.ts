import type { ContextCardAttempt } from '@timedesk/contracts/context-cards'
import type { Deps } from '../../platform/deps.ts'
import type { Reader } from '../../platform/db/database.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'
import { findStoredCard } from './find-context-cards.ts'
import { judgeExchange } from './judge-reply.ts'
import { postToCard } from './post-to-card.ts'
import { findCardSubject, signCardRequest, writeCardBody } from './write-card-request.ts'

/**
 * Asks a card for a case now and tells the whole exchange; nothing is kept. Refuses with `not_found`, and with
 * `reference_refused` a case that does not exist.
 */
export async function tryContextCard(
  { env, now, secret, newId }: Pick<Deps, 'env' | 'now' | 'secret' | 'newId'>,
  reader: Reader,
  { cardId, caseId }: { cardId: string; caseId: string },
): Promise<ContextCardAttempt> {
  const card = await findStoredCard(reader, cardId)
  const subject = await findCardSubject(reader, caseId)
  if (subject === null) throw refusedReference('/body/caseId', 'The case does not exist.')
  const request = signCardRequest({ secret, newId }, card, writeCardBody(card, subject), now())
  const begun = performance.now()
  const exchange = await postToCard(request, env.CONTEXT_CARD_PRIVATE_TARGETS)
  const milliseconds = Math.round(performance.now() - begun)
  const { state, failure, problems, components } = judgeExchange(exchange)
  const { reply } = exchange
  return {
    request: { url: request.url, headers: request.headers, body: request.body },
    answer: reply && { status: reply.status, headers: reply.headers, body: reply.body.toString('utf8') },
    milliseconds,
    state,
    failure,
    detail: reply === null ? exchange.detail : null,
    problems,
    components,
  }
}
