import { buffer } from 'node:stream/consumers'
import { PAYMENT_FILE_SIZE_BYTES_MAX } from '@timedesk/contracts/limits'
import * as contracts from '@timedesk/contracts/payments'
import { Refusal } from '@timedesk/contracts/refusal'
import type { FastifyRequest } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { answerOnce } from '../../platform/http/answer-once.ts'
import { claimOf } from '../../platform/http/idempotency.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { readAmount } from '../../platform/read-amount.ts'
import { receiveFile } from '../../platform/storage/receive-file.ts'
import { storeDocuments } from '../documents/store-documents.ts'
import { findOverdueInvoice, findOverdueInvoices } from './find-overdue.ts'
import { findPayment, findPayments } from './find-payments.ts'
import { findPaymentImport, findPaymentImports } from './import/find-payment-imports.ts'
import { importPayments } from './import/import-payments.ts'
import { readBankFile } from './import/read-bank-file.ts'
import { recordPayment } from './record-payment.ts'
import { remindOfInvoice } from './remind-of-invoice.ts'
import { reversePayment } from './reverse-payment.ts'

/** Money that came for invoices, and reminders of what did not. */
export const paymentRoutes: RouteModule = (serve) => {
  serve.read(contracts.listPayments, async ({ reader, deps, query }) => ({
    body: await findPayments(reader, deps.paging, query),
  }))

  serve.write(contracts.recordPayment, async ({ tx, context, params, body }) => {
    const amountIn = (currency: string) => readAmount(body.amount, currency, '/body/amount')
    const id = await recordPayment(tx, context, { ...params, ...body, amountIn })
    return { body: await findPayment(tx, id) }
  })

  serve.write(contracts.reversePayment, async ({ tx, context, params, body }) => ({
    body: await findPayment(tx, await reversePayment(tx, context, { ...params, ...body })),
  }))

  serve.bare(contracts.importPayments, async ({ deps, actor, request, reply }) => {
    const { fileName, content, sha256 } = await receiveBankFile(deps, request)
    const rows = readBankFile(content)
    const claim = claimOf(request.headers['idempotency-key'], actor.key, `POST ${request.url}`, { fileName, sha256 })
    const { status, headers, text } = await answerOnce(deps, claim, async () => {
      const id = await importPayments(deps, { actor, requestId: request.id }, { fileName, rows })
      const made = contracts.PaymentImport.parse(await findPaymentImport(deps.database.reader, id))
      return { status: 201, headers: { location: `/api/v1/payment-imports/${id}` }, text: JSON.stringify(made) }
    })
    return reply.code(status).headers(headers).type('application/json; charset=utf-8').send(text)
  })

  serve.read(contracts.listPaymentImports, async ({ reader, deps, query }) => ({
    body: await findPaymentImports(reader, deps.paging, query),
  }))
  serve.read(contracts.getPaymentImport, async ({ reader, params }) => ({
    body: await findPaymentImport(reader, params.importId),
  }))

  serve.read(contracts.listOverdueInvoices, async ({ reader, deps, query, now }) => ({
    body: await findOverdueInvoices(reader, deps.paging, query, now),
  }))

  serve.write(
    contracts.remindOfInvoice,
    async ({ tx, context, params, deps }) => {
      await remindOfInvoice(tx, context, params, deps.publicUrl)
      return { body: await findOverdueInvoice(tx, params.invoiceId, context.now) }
    },
    { before: ({ deps, params }) => storeDocuments(deps, params.invoiceId) },
  )
}

/** The file is read at once and kept nowhere: its rows are. */
async function receiveBankFile({ storage }: Deps, request: FastifyRequest) {
  const { name, storageKey, sha256 } = await receiveFile(storage, request, PAYMENT_FILE_SIZE_BYTES_MAX)
  try {
    const content = await storage.open(storageKey)
    if (content === null) throw new Refusal('file_refused', { detail: 'The file could not be read.' })
    return { fileName: name, content: await buffer(content), sha256 }
  } finally {
    await storage.remove(storageKey)
  }
}
