import {
  changeSubscriptionPrice as changePrice,
  indexPrice as index,
  previewIndexation,
} from '@timedesk/contracts/subscription-prices'
import {
  addSubscriptionLine as addLine,
  getSubscriptionLine,
  listSubscriptionLines,
  listSubscriptionPeriods,
  updateSubscriptionLine as updateLine,
} from '@timedesk/contracts/subscriptions'
import type { Reader } from '../../platform/db/database.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { addSubscriptionLine } from './add-subscription-line.ts'
import { changeSubscriptionPrice } from './change-subscription-price.ts'
import { findSubscriptionLine, findSubscriptionLines } from './find-subscription-lines.ts'
import { findSubscriptionPeriods } from './find-subscription-periods.ts'
import { findIndexation, indexPrice } from './index-price.ts'
import { updateSubscriptionLine } from './update-subscription-line.ts'

async function show(reader: Reader, lineId: string, now: Date) {
  const line = await findSubscriptionLine(reader, lineId, now)
  return { body: line, version: line.version }
}

/** Plans of subscriptions, their prices and periods. */
export const subscriptionRoutes: RouteModule = (serve) => {
  serve.read(listSubscriptionLines, async ({ reader, params, now }) => ({
    body: { data: await findSubscriptionLines(reader, params.agreementId, now) },
  }))

  serve.read(getSubscriptionLine, async ({ reader, params, now }) => show(reader, params.lineId, now))

  serve.read(listSubscriptionPeriods, async ({ reader, deps, params, query, now }) => ({
    body: await findSubscriptionPeriods(reader, deps.paging, params.agreementId, query, now),
  }))

  serve.write(addLine, async ({ tx, context, params, body }) => {
    const id = await addSubscriptionLine(tx, context, { ...params, ...body })
    return { ...(await show(tx, id, context.now)), location: `/api/v1/subscription-lines/${id}` }
  })

  serve.write(updateLine, async ({ tx, context, params, body, ifMatch }) => {
    await updateSubscriptionLine(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, params.lineId, context.now)
  })

  serve.write(changePrice, async ({ tx, context, params, body }) => {
    await changeSubscriptionPrice(tx, context, { ...params, ...body })
    return show(tx, params.lineId, context.now)
  })

  serve.read(previewIndexation, async ({ reader, params, body, now }) => ({
    body: await findIndexation(reader, params.lineId, body, now),
  }))

  serve.write(index, async ({ tx, context, params, body, deps }) => {
    await indexPrice(tx, context, { ...params, ...body }, deps.publicUrl)
    return show(tx, params.lineId, context.now)
  })
}
