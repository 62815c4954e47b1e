import {
  extranetGetInvoice,
  extranetGetInvoicePdf,
  extranetGetInvoiceUbl,
  extranetListInvoices,
} from '@timedesk/contracts/extranet-invoices'
import type { ContactActor } from '../../platform/context.ts'
import type { Deps } from '../../platform/deps.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { readDocumentFile, sendDocument, type DocumentFile } from '../documents/send-document.ts'
import { findExtranetInvoice, requireShown } from './find-extranet-invoice.ts'
import { findExtranetInvoices } from './find-extranet-invoices.ts'

/** What was invoiced, for contacts. */
export const extranetInvoiceRoutes: RouteModule = (serve) => {
  serve.read(extranetListInvoices, async ({ reader, deps, query, now }) => ({
    body: await findExtranetInvoices(reader, deps.paging, query, now),
  }))

  serve.read(extranetGetInvoice, async ({ reader, params, now }) => ({
    body: await findExtranetInvoice(reader, params.invoiceId, now),
  }))

  serve.bare(extranetGetInvoicePdf, async ({ deps, actor, params, query, request, reply }) => {
    const file = await readShown(deps, actor, params.invoiceId, 'pdf')
    return sendDocument(request, reply, file, query.inline === 'true')
  })

  serve.bare(extranetGetInvoiceUbl, async ({ deps, actor, params, request, reply }) =>
    sendDocument(request, reply, await readShown(deps, actor, params.invoiceId, 'ubl'), false),
  )
}

/** Whether the contact sees it at all is the database's to say; the file itself is read as staff. */
async function readShown(deps: Deps, actor: ContactActor, id: string, form: 'pdf' | 'ubl'): Promise<DocumentFile> {
  await deps.database.transactAs(actor, (tx) => requireShown(tx, id))
  return readDocumentFile(deps, id, form)
}
