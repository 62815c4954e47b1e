import { createPriceClass as create, listPriceClasses, updatePriceClass as update } from '@timedesk/contracts/pricing'
import type { RouteModule } from '../platform/http/serve.ts'
import { createPriceClass } from './create-price-class.ts'
import { findPriceClass, findPriceClasses } from './find-price-classes.ts'
import { updatePriceClass } from './update-price-class.ts'

export const priceClassRoutes: RouteModule = (serve) => {
  serve.read(listPriceClasses, async ({ reader, query }) => ({
    body: { data: await findPriceClasses(reader, query.isActive) },
  }))

  serve.write(create, async ({ tx, context, body }) => {
    const priceClass = await findPriceClass(tx, await createPriceClass(tx, context, body))
    return { body: priceClass, version: priceClass.version }
  })

  serve.write(update, async ({ tx, context, params, body, ifMatch }) => {
    await updatePriceClass(tx, context, { priceClassId: params.priceClassId, ...body }, ifMatch)
    const priceClass = await findPriceClass(tx, params.priceClassId)
    return { body: priceClass, version: priceClass.version }
  })
}
