import * as caseContracts from '@timedesk/contracts/case-context-cards'
import * as contracts from '@timedesk/contracts/context-cards'
import { requireCase } from '../../helpdesk/case-keyed.ts'
import { act } from '../../identity/act.ts'
import type { Deps } from '../../platform/deps.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { putInOrder } from '../../settings/put-in-order.ts'
import { openCardDesk } from './ask-cards.ts'
import { secretOf } from './card-secret.ts'
import { createContextCard } from './create-context-card.ts'
import { findCaseCards, findContextCard, findContextCards, presentCard, type StoredCard } from './find-context-cards.ts'
import { rotateCardSecret } from './rotate-card-secret.ts'
import { tryContextCard } from './try-context-card.ts'
import { removeContextCard, updateContextCard } from './update-context-card.ts'

function withSecret({ secret }: Pick<Deps, 'secret'>, card: StoredCard): contracts.ContextCardWithSecret {
  return { ...presentCard(card), secret: secretOf(secret, card.secretSalt) }
}

/** The administrator's settings of context cards. */
export const contextCardRoutes: RouteModule = (serve) => {
  serve.read(contracts.listContextCards, async ({ reader }) => ({ body: { data: await findContextCards(reader) } }))

  serve.read(contracts.getContextCard, async ({ reader, params }) => {
    const card = await findContextCard(reader, params.cardId)
    return { body: card, version: card.version }
  })

  // Not `write`, as with rotating: its answer would be stored for repeated requests, and this one holds a secret.
  serve.bare(contracts.createContextCard, async ({ deps, actor, body, request, reply }) => {
    const card = await act(deps, actor, request.id, (tx, context) => createContextCard(tx, context, body))
    return reply.code(201).header('location', `/api/v1/context-cards/${card.id}`).send(withSecret(deps, card))
  })

  serve.write(contracts.updateContextCard, async ({ tx, context, params, body, ifMatch }) => {
    await updateContextCard(tx, context, { ...params, ...body }, ifMatch)
    const card = await findContextCard(tx, params.cardId)
    return { body: card, version: card.version }
  })

  serve.write(contracts.removeContextCard, async ({ tx, context, params }) => {
    await removeContextCard(tx, context, params)
    return { body: undefined }
  })

  serve.write(contracts.orderContextCards, async ({ tx, context, body }) => {
    await putInOrder(tx, context, 'context_card', body.cardIds)
    return { body: { data: await findContextCards(tx) } }
  })

  serve.bare(contracts.rotateContextCardSecret, async ({ deps, actor, params, request, reply }) => {
    const card = await act(deps, actor, request.id, (tx, context) => rotateCardSecret(tx, context, params))
    return reply.send(withSecret(deps, card))
  })

  serve.read(contracts.tryContextCard, async ({ reader, deps, params, body }) => ({
    body: await tryContextCard(deps, reader, { ...params, ...body }),
  }))
}

/** What cards say of a case, for whoever works on it. */
export const caseContextCardRoutes: RouteModule = (serve) => {
  const showCard = openCardDesk()

  serve.read(caseContracts.listCaseContextCards, async ({ reader, params }) => {
    await requireCase(reader, params.caseId)
    return { body: { data: await findCaseCards(reader, params.caseId) } }
  })

  serve.read(caseContracts.getCaseContextCard, async ({ reader, deps, params, query }) => ({
    body: await showCard(deps, reader, { ...params, isRefresh: query.refresh }),
  }))
}
