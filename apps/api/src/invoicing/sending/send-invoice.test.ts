import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEmployee } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { openPostingDesk } from '../../../test/posting-desk.ts'
import { sendNextMail, type Transport } from '../../platform/mail/send-mail.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterAll(() => server.close())

const posted = async (given: object = {}) => desk.post((await desk.draftLine(await desk.customer(given))).id)
const send = (id: string, payload: object = {}) => desk.change('POST', `/invoices/${id}/sending`, payload)
const remind = (id: string) => desk.change('POST', `/invoices/${id}/reminders`)

type Mail = { to: string; subject: string; text: string; state: string; messageId: string }
const mailsOf = (id: string) =>
  server.database.reader.rows<Mail>(Prisma.sql`SELECT to_address AS to, subject, text, state, message_id AS "messageId"
    FROM mail WHERE invoice_id = ${id}::uuid ORDER BY created_at, id`)

type Sent = Parameters<Transport>[0]

/** A mail server that takes what it is given, or says why not. */
async function deliver(answer: () => Error | null = () => null): Promise<Sent[]> {
  const sent: Sent[] = []
  const transport: Transport = (message) => {
    const error = answer()
    if (error !== null) return Promise.reject(error)
    sent.push(message)
    return Promise.resolve()
  }
  for (let isMore = true; isMore;) isMore = await sendNextMail(server.deps, transport)
  return sent
}

test('a posted invoice is mailed with both of its files, and tells how it fared', async () => {
  const { id, number } = await posted({ name: 'Nordlys Energi' })

  const answer = await send(id, { message: 'Thank you for the good work together.' })

  expect(answer.statusCode).toBe(202)
  expect(answer.json()).toMatchObject({ sendState: 'queued', sentTo: 'invoices@nordlys.example', sentAt: null })
  const sent = await deliver()
  expect(sent).toMatchObject([
    {
      to: { name: 'Nordlys Energi', address: 'invoices@nordlys.example' },
      subject: `Invoice ${number ?? ''} from Fjordbyte`,
      attachments: [
        { filename: `Invoice ${number ?? ''}.pdf`, contentType: 'application/pdf' },
        { filename: `Invoice ${number ?? ''}.xml`, contentType: 'application/xml' },
      ],
    },
  ])
  expect(sent[0]?.text).toContain('Thank you for the good work together.')
  expect(sent[0]?.text).toContain('DKK\u00a01,250.00')
  expect(sent[0]?.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-')
  expect(await desk.invoice(id)).toMatchObject({ sendState: 'sent', sentAt: server.clock.now.toISOString() })
  const { data } = await desk.succeed<{ data: unknown[] }>('GET', `/invoices/${id}/log`)
  expect(JSON.stringify(data[0])).toContain('invoice.sent')
})

test('a mail that is refused for good says so on the invoice, until it is sent again', async () => {
  const { id } = await posted()
  await send(id)
  await deliver(() => Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
  expect(await desk.invoice(id)).toMatchObject({ sendState: 'failed' })

  await send(id, { to: 'anna@nordlys.example' })

  expect(await desk.invoice(id)).toMatchObject({ sendState: 'queued', sentTo: 'anna@nordlys.example' })
  await deliver()
  expect(await desk.invoice(id)).toMatchObject({ sendState: 'sent' })
  const mails = await mailsOf(id)
  expect(mails.map(({ state }) => state)).toEqual(['failed', 'sent'])
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2)
})

test('a repeated request makes one mail, in the language of the document', async () => {
  const { id, number } = await posted({ language: 'da' })
  const once = () => desk.send(desk.finance, 'POST', `/invoices/${id}/sending`, {}, { 'idempotency-key': 'send-it' })

  expect((await once()).body).toBe((await once()).body)
  const [mail, ...others] = await mailsOf(id)
  expect(mail?.subject).toBe(`Faktura ${number ?? ''} fra Fjordbyte`)
  expect(mail?.text).toContain('på 1.250,00\u00a0DKK, som PDF')
  expect(others).toEqual([])
})

test('a draft is not sent, and neither is what has no address', async () => {
  const draft = await desk.draftLine(await desk.customer())
  expect((await send(draft.id)).json()).toMatchObject({ code: 'invoice_not_posted' })
  const { id } = await posted({ invoiceEmail: '' })
  expect((await send(id)).json()).toMatchObject({ code: 'address_missing' })
  expect((await send(id, { to: 'anna@nordlys.example' })).statusCode).toBe(202)
})

test('overdue invoices are listed, the longest overdue first, and reminded of', async () => {
  const { id } = await posted({ paymentTermsDays: 10, name: 'Late' })
  const { id: later } = await posted({ paymentTermsDays: 12 })
  const { id: paid } = await posted({ paymentTermsDays: 0 })
  const whole = { amount: { amount: '1250.00', currency: 'DKK' }, paidOn: '2026-03-02' }
  await desk.succeed('POST', `/invoices/${paid}/payments`, whole)
  expect((await remind(id)).json()).toMatchObject({ code: 'not_overdue' })
  server.clock.now = new Date('2026-03-15T09:00:00Z')
  const finance = await buildEmployee(server, { role: 'finance' })
  const by = (method: 'GET' | 'POST', path: string) => desk.change(method, path, undefined, finance)

  const answer = await by('POST', `/invoices/${id}/reminders`)
  await by('POST', `/invoices/${id}/reminders`)

  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toMatchObject({ id, daysOverdue: 3, reminders: 1, customer: { name: 'Late' } })
  const list = await by('GET', '/overdue-invoices?count=exact')
  expect(list.json()).toMatchObject({
    data: [
      { id, daysOverdue: 3, reminders: 2, remaining: { amount: '1250.00' } },
      { id: later, daysOverdue: 1, reminders: 0 },
    ],
    page: { total: 2 },
    totals: [{ amount: '2500.00', currency: 'DKK' }],
  })
  expect((await mailsOf(id)).map(({ subject }) => subject.split(':')[0])).toEqual(['Reminder', 'Reminder 2'])
  expect((await by('GET', `/invoices/${id}`)).json()).toMatchObject({
    sendState: 'none',
    reminderList: [{ level: 1 }, { level: 2 }],
  })
})
