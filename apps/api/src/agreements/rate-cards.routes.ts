import {
  createRateCard as create,
  getRateCard,
  listRateCards,
  updateRateCard as update,
} from '@timedesk/contracts/pricing'
import type { RouteModule } from '../platform/http/serve.ts'
import { createRateCard } from './create-rate-card.ts'
import { findRateCard, findRateCards } from './find-rate-cards.ts'
import { updateRateCard } from './update-rate-card.ts'

export const rateCardRoutes: RouteModule = (serve) => {
  serve.read(listRateCards, async ({ reader, query }) => ({
    body: { data: await findRateCards(reader, query.isActive) },
  }))

  serve.read(getRateCard, async ({ reader, params }) => {
    const card = await findRateCard(reader, params.rateCardId)
    return { body: card, version: card.version }
  })

  serve.write(create, async ({ tx, context, body }) => {
    const id = await createRateCard(tx, context, body)
    const card = await findRateCard(tx, id)
    return { body: card, version: card.version, location: `/api/v1/rate-cards/${id}` }
  })

  serve.write(update, async ({ tx, context, params, body, ifMatch }) => {
    await updateRateCard(tx, context, { rateCardId: params.rateCardId, ...body }, ifMatch)
    const card = await findRateCard(tx, params.rateCardId)
    return { body: card, version: card.version }
  })
}
