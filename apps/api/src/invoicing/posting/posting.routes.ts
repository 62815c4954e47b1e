import * as contracts from '@timedesk/contracts/invoice-postings'
import { answerOnce } from '../../platform/http/answer-once.ts'
import { claimOf } from '../../platform/http/idempotency.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { draftCreditNote } from '../credit/draft-credit-note.ts'
import { readDocumentFile, sendDocument } from '../documents/send-document.ts'
import { storeDocuments, tryToStore } from '../documents/store-documents.ts'
import { sendInvoice } from '../sending/send-invoice.ts'
import { showInvoice } from '../show-invoice.ts'
import { postInvoice } from './post-invoice.ts'
import { postInvoices } from './post-invoices.ts'

/** What makes a draft a document, and what is done with that: files, mail and credit. */
export const postingRoutes: RouteModule = (serve) => {
  serve.write(
    contracts.postInvoice,
    async ({ tx, context, actor, params, ifMatch }) => {
      await postInvoice(tx, context, params, ifMatch)
      return showInvoice(tx, actor, params.invoiceId, context.now)
    },
    { after: ({ deps, params }) => tryToStore(deps, params.invoiceId) },
  )

  serve.bare(contracts.postInvoices, async ({ deps, actor, body, request, reply }) => {
    const claim = claimOf(request.headers['idempotency-key'], actor.key, `POST ${request.url}`, body)
    const { status, headers, text } = await answerOnce(deps, claim, async () => {
      const data = await postInvoices(deps, { actor, requestId: request.id }, body)
      const answer = contracts.postInvoices.responses[200].parse({ data })
      return { status: 200, headers: {}, text: JSON.stringify(answer) }
    })
    return reply.code(status).headers(headers).type('application/json; charset=utf-8').send(text)
  })

  serve.write(
    contracts.sendInvoice,
    async ({ tx, context, actor, params, body, deps }) => {
      await sendInvoice(tx, context, { ...params, ...body }, deps.publicUrl)
      return showInvoice(tx, actor, params.invoiceId, context.now)
    },
    { before: ({ deps, params }) => storeDocuments(deps, params.invoiceId) },
  )

  serve.bare(contracts.getInvoicePdf, async ({ deps, params, query, request, reply }) => {
    const file = await readDocumentFile(deps, params.invoiceId, 'pdf')
    return sendDocument(request, reply, file, query.inline === 'true')
  })

  serve.bare(contracts.getInvoiceUbl, async ({ deps, params, request, reply }) => {
    const file = await readDocumentFile(deps, params.invoiceId, 'ubl')
    return sendDocument(request, reply, file, false)
  })

  serve.write(contracts.creditInvoice, async ({ tx, context, actor, params, body }) => {
    const id = await draftCreditNote(tx, context, { ...params, ...body })
    return { ...(await showInvoice(tx, actor, id, context.now)), location: `/api/v1/invoices/${id}` }
  })
}
