import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { creditInvoice, sendInvoice } from '@timedesk/contracts/invoice-postings'
import { getInvoice, listInvoiceLog } from '@timedesk/contracts/invoices'
import { recordPayment, remindOfInvoice, reversePayment } from '@timedesk/contracts/payments'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, mette, pageOf } from '../test/build.ts'
import { draft, invoicingIds, overdue, payment, posted } from '../test/invoicing-cast.ts'
import { showDesk } from '../test/show.tsx'

const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const SLOW = 30_000
const address = `/invoices/${invoicingIds.invoice}`
const asked = vi.fn<(body: unknown) => void>()
const see = ({ body }: { body: unknown }) => asked(body)

beforeEach(() => {
  asked.mockClear()
  server.use(answer(getInvoice, posted))
})

async function openDialog(deed: string) {
  await user.click(await screen.findByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: deed }))
  return within(await screen.findByRole('dialog'))
}

function write(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } })
}

test('a posted document shows what came after and cannot be edited', { timeout: SLOW }, async () => {
  showDesk(address, finance)

  expect(await screen.findByRole('heading', { name: /^Invoice F1042/u })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'K1003' }).getAttribute('href')).toBe(`/invoices/${invoicingIds.other}`)
  expect(screen.getByText(/^Reminder 1 to invoices@nordlys\.example/u)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Edit line 1' })).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByRole('link', { name: 'PDF' }).getAttribute('href')).toMatch(/\/pdf$/u)
  expect(await axeViolations(document.body)).toEqual([])
})

test('it is sent to another address, and a refusal keeps the message', { timeout: SLOW }, async () => {
  server.use(refuse(sendInvoice, 'address_missing'))
  showDesk(address, finance)
  await user.click(await screen.findByRole('button', { name: 'Send…' }))
  const dialog = within(await screen.findByRole('dialog'))
  write(dialog.getByRole('textbox', { name: 'Message' }), 'As agreed')
  await user.click(dialog.getByRole('button', { name: 'Send' }))
  expect(await dialog.findByRole('alert')).toBeTruthy()

  server.use(answer(sendInvoice, { ...posted, sendState: 'queued' }, see))
  write(dialog.getByRole('textbox', { name: 'To' }), 'anna@nordlys.example')
  await user.click(dialog.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(asked).toHaveBeenCalledWith({ to: 'anna@nordlys.example', message: 'As agreed' }))
})

test('parts are credited, each with what becomes of it', { timeout: SLOW }, async () => {
  const creditNote = { ...draft, id: invoicingIds.other, kind: 'credit_note' } as const
  server.use(answer(creditInvoice, creditNote, see))
  const desk = showDesk(address, finance)
  const dialog = await openDialog('Credit…')
  write(dialog.getByRole('textbox', { name: /^Reason/u }), 'Counted twice')
  await user.click(dialog.getByRole('radio', { name: 'Chosen parts' }))
  expect(dialog.getByRole('button', { name: 'Draft credit note' })).toHaveProperty('disabled', true)
  await user.click(dialog.getByRole('checkbox', { name: /#1042 Remote support/u }))
  await user.click(dialog.getByRole('combobox', { name: /What becomes of #1042/u }))
  await user.click(await screen.findByRole('option', { name: 'Never charged' }))
  write(dialog.getByRole('textbox', { name: /^Amount of #1042/u }), '100')
  await user.click(dialog.getByRole('checkbox', { name: /Travel/u }))
  await user.click(dialog.getByRole('button', { name: 'Draft credit note' }))

  await waitFor(() => expect(desk.location?.pathname).toBe(`/invoices/${invoicingIds.other}`))
  const amount = { amount: '100', currency: 'DKK' }
  expect(asked).toHaveBeenCalledWith({
    reason: 'Counted twice',
    sources: [{ id: invoicingIds.source, disposition: 'write_off', amount }],
    lines: [{ id: invoicingIds.ownLine }],
  })
})

test('a payment is recorded with what remains, and taken back with a reason', { timeout: SLOW }, async () => {
  server.use(answer(recordPayment, payment, see), answer(reversePayment, payment, see))
  showDesk(address, finance)
  const dialog = await openDialog('Record payment…')
  write(dialog.getByLabelText(/^Paid on/u), '2026-03-02')
  await user.click(dialog.getByRole('button', { name: 'Record' }))
  const amount = { amount: '643.75', currency: 'DKK' }
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ amount, paidOn: '2026-03-02', reference: 'F1042' }))

  await user.click(await screen.findByRole('button', { name: /^Take back .*200\.00 of 20 Feb 2026/u }))
  const question = within(await screen.findByRole('dialog'))
  write(question.getByRole('textbox', { name: /^Reason/u }), 'Wrong invoice')
  await user.click(question.getByRole('button', { name: 'Take back' }))
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ reason: 'Wrong invoice' }))
})

test('the customer is reminded after a question', { timeout: SLOW }, async () => {
  server.use(answer(remindOfInvoice, overdue, () => asked('reminded')))
  showDesk(address, finance)
  const dialog = await openDialog('Remind…')
  expect(dialog.getByText(/643\.75 remain\./u)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Remind…' }))

  expect(await screen.findByText('The reminder is on its way.')).toBeTruthy()
  expect(asked).toHaveBeenCalledWith('reminded')
})

test('the PDF and the log stand behind tabs of their own', { timeout: SLOW }, async () => {
  const event = { type: 'invoice.sent', number: 'F1042', to: 'invoices@nordlys.example' } as const
  const item = { kind: 'event', id: ids.message, at: '2026-03-02T09:15:00.000Z', event } as const
  server.use(answer(listInvoiceLog, pageOf({ ...item, author: { kind: 'employee', ...mette } })))
  const desk = showDesk(address, finance)
  await user.click(await screen.findByRole('tab', { name: 'PDF' }))
  expect(screen.getByTitle('The PDF of F1042').getAttribute('src')).toMatch(/\/pdf\?inline=true$/u)
  await user.click(screen.getByRole('tab', { name: 'Log' }))
  expect(await screen.findByText(/invoices@nordlys\.example/u)).toBeTruthy()
  expect(desk.location?.search).toBe('?tab=log')
})

test('a credit note names its original', { timeout: SLOW }, async () => {
  const corrects = { id: invoicingIds.other, number: 'F1001' }
  server.use(answer(getInvoice, { ...posted, kind: 'credit_note', number: 'K1004', state: 'open', corrects }))
  showDesk(address, finance)

  expect(await screen.findByRole('heading', { name: /^Credit note K1004/u })).toBeTruthy()
  const links = screen.getAllByRole('link', { name: 'corrects F1001' })
  expect(links.map((link) => link.getAttribute('href'))).toContain(`/invoices/${invoicingIds.other}`)
})
