import * as contracts from '@timedesk/contracts/invoicing-settings'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findCurrencyRates, setCurrencyRate } from './currency-rates.ts'
import { findInvoicingSettings } from './find-invoicing-settings.ts'
import { updateInvoicingSettings } from './update-invoicing-settings.ts'

export const invoicingSettingsRoutes: RouteModule = (serve) => {
  serve.read(contracts.getInvoicingSettings, async ({ reader, now }) => {
    const settings = await findInvoicingSettings(reader, now)
    return { body: settings, version: settings.version }
  })

  serve.write(contracts.updateInvoicingSettings, async ({ tx, context, body, ifMatch, now }) => {
    await updateInvoicingSettings(tx, context, body, ifMatch)
    const settings = await findInvoicingSettings(tx, now)
    return { body: settings, version: settings.version }
  })

  serve.read(contracts.listCurrencyRates, async ({ reader }) => ({ body: { data: await findCurrencyRates(reader) } }))

  serve.write(contracts.setCurrencyRate, async ({ tx, context, params, body }) => ({
    body: await setCurrencyRate(tx, context, { ...params, ...body }),
  }))
}
