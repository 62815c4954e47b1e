import {
  addInvoiceLines as addLines,
  releaseInvoiceSource as release,
  removeInvoiceLine as removeLine,
  updateInvoiceLine as updateLine,
} from '@timedesk/contracts/invoice-lines'
import { createInvoice as create, deleteInvoice as remove, updateInvoice as update } from '@timedesk/contracts/invoices'
import type { RouteModule } from '../../platform/http/serve.ts'
import { showInvoice } from '../show-invoice.ts'
import { addInvoiceLines } from './add-lines.ts'
import { createInvoice } from './create-invoice.ts'
import { deleteInvoice } from './delete-invoice.ts'
import { releaseInvoiceSource } from './release-source.ts'
import { removeInvoiceLine } from './remove-line.ts'
import { updateInvoice } from './update-invoice.ts'
import { updateInvoiceLine } from './update-line.ts'

/** Documents while they can be changed. */
export const draftRoutes: RouteModule = (serve) => {
  serve.write(create, async ({ tx, context, actor, body }) => {
    const documents = await createInvoice(tx, context, body)
    const [id] = documents
    const { body: invoice, version } = await showInvoice(tx, actor, id, context.now)
    return { body: { ...invoice, documents }, version, location: `/api/v1/invoices/${id}` }
  })

  serve.write(update, async ({ tx, context, actor, params, body, ifMatch }) => {
    await updateInvoice(tx, context, { ...params, ...body }, ifMatch)
    return showInvoice(tx, actor, params.invoiceId, context.now)
  })

  serve.write(remove, async ({ tx, context, params, ifMatch }) => {
    await deleteInvoice(tx, context, params.invoiceId, ifMatch)
    return { body: undefined }
  })

  serve.write(addLines, async ({ tx, context, actor, params, body, ifMatch }) => {
    await addInvoiceLines(tx, context, { ...params, wanted: body }, ifMatch)
    return showInvoice(tx, actor, params.invoiceId, context.now)
  })

  serve.write(updateLine, async ({ tx, context, actor, params, body, ifMatch }) => {
    await updateInvoiceLine(tx, context, { ...params, ...body }, ifMatch)
    return showInvoice(tx, actor, params.invoiceId, context.now)
  })

  serve.write(removeLine, async ({ tx, context, actor, params, ifMatch }) => {
    await removeInvoiceLine(tx, context, params, ifMatch)
    return showInvoice(tx, actor, params.invoiceId, context.now)
  })

  serve.write(release, async ({ tx, context, actor, params, ifMatch }) => {
    await releaseInvoiceSource(tx, context, params, ifMatch)
    return showInvoice(tx, actor, params.invoiceId, context.now)
  })
}
