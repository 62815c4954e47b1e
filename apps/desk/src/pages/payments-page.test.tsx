import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  getPaymentImport,
  importPayments,
  listOverdueInvoices,
  listPaymentImports,
  listPayments,
  remindOfInvoice,
  type Payment,
} from '@timedesk/contracts/payments'
import { expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, pageOf } from '../test/build.ts'
import { money } from '../test/cover-cast.ts'
import { invoicingIds, overdue, payment } from '../test/invoicing-cast.ts'
import { showDesk } from '../test/show.tsx'

const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const SLOW = 30_000
const counts = { recorded: 1, recordedBefore: 0, unknownInvoice: 1, amountTooHigh: 0, unreadable: 0 }
const imported = {
  ...{ id: invoicingIds.import, fileName: 'bank.csv', counts, recordedByName: 'Karen Bech' },
  createdAt: '2026-03-02T09:15:00.000Z',
}
const row = { paidOn: '2026-02-20', amount: '200,00', reference: 'F1042 Nordlys' }

test('payments are listed, and those taken back are marked', { timeout: SLOW }, async () => {
  const reversal: Payment = { ...payment, id: invoicingIds.other, amount: money('-200.00'), reverses: payment.id }
  server.use(
    answer(listPayments, pageOf(reversal, { ...payment, isReversed: true })),
    answer(listPaymentImports, pageOf(imported)),
  )
  showDesk('/payments', finance)

  const table = within(await screen.findByRole('table', { name: 'Payments' }))
  expect(table.getByText('Taken back')).toBeTruthy()
  expect(table.getByText('Takes one back')).toBeTruthy()
  expect(table.getAllByRole('link', { name: 'F1042' })).toHaveLength(2)
  expect(await screen.findByText('No invoice found in the text: 1')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('a file of the bank tells what each row became; a refused one is kept', { timeout: SLOW }, async () => {
  const rows = [
    { line: 2, outcome: 'recorded', ...row, payment },
    { line: 3, outcome: 'unknown_invoice', ...row, reference: 'Rent', payment: null },
  ] as const
  server.use(
    answer(listPayments, pageOf()),
    answer(listPaymentImports, pageOf()),
    answer(getPaymentImport, { ...imported, rows: [...rows] }),
    refuse(importPayments, 'file_refused'),
  )
  showDesk('/payments', finance)
  await user.click(await screen.findByRole('button', { name: 'Import from the bank' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.upload(dialog.getByLabelText('The file of the bank'), new File(['a;b'], 'bank.csv', { type: 'text/csv' }))
  await user.click(await dialog.findByRole('button', { name: 'Import' }))
  expect(await dialog.findByText('The file cannot be accepted.')).toBeTruthy()
  expect(dialog.getByText('bank.csv')).toBeTruthy()

  server.use(answer(importPayments, imported))
  await user.click(dialog.getByRole('button', { name: 'Import' }))
  const table = within(await screen.findByRole('table', { name: 'Outcome' }))
  expect(table.getByText('Recorded')).toBeTruthy()
  expect(table.getByText('No invoice found in the text')).toBeTruthy()
  expect(table.getByText('Rent')).toBeTruthy()
})

test('overdue invoices are reminded of several at once; refused ones are named', { timeout: SLOW }, async () => {
  const silent = { ...overdue, id: invoicingIds.other, number: 'F1001', invoiceEmail: '' }
  const asked = vi.fn<() => void>()
  server.use(
    answer(listOverdueInvoices, { ...pageOf(overdue, silent), totals: [money('1287.50')] }),
    answer(remindOfInvoice, overdue, () => asked()),
  )
  showDesk('/payments/overdue', finance)

  const table = within(await screen.findByRole('table', { name: 'Overdue invoices' }))
  expect(table.getByText('No address for invoices')).toBeTruthy()
  expect(table.getByRole('checkbox', { name: 'Choose F1001' })).toHaveProperty('disabled', true)
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Choose all shown' }))
  await user.click(screen.getByRole('button', { name: 'Send reminders…' }))
  const question = within(await screen.findByRole('dialog', { name: 'Send 1 reminder?' }))
  await user.click(question.getByRole('button', { name: 'Send' }))
  expect(await screen.findByText('1 reminder is on its way.')).toBeTruthy()
  expect(asked).toHaveBeenCalledOnce()

  server.use(refuse(remindOfInvoice, 'not_overdue'))
  await user.click(screen.getByRole('button', { name: 'Choose all shown' }))
  await user.click(screen.getByRole('button', { name: 'Send reminders…' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Send' }))
  expect(await screen.findByText(/Not sent: F1042/u)).toBeTruthy()
})

test('one reminder is sent from its row', { timeout: SLOW }, async () => {
  server.use(
    answer(listOverdueInvoices, { ...pageOf(overdue), totals: [] }),
    answer(remindOfInvoice, { ...overdue, reminders: 2 }),
  )
  showDesk('/payments/overdue', finance)
  await user.click(await screen.findByRole('button', { name: 'Send reminder of F1042 to Nordlys Energi' }))
  expect(await screen.findByText('The reminder of F1042 is on its way.')).toBeTruthy()
})

test('nothing overdue says so, and who may not see it is told', { timeout: SLOW }, async () => {
  server.use(answer(listOverdueInvoices, { ...pageOf(), totals: [] }))
  showDesk('/payments/overdue', { ...finance, language: 'da' })
  expect(await screen.findByRole('heading', { name: 'Intet er forfaldent' })).toBeTruthy()
  server.use(refuse(listPayments, 'permission_denied'), refuse(listPaymentImports, 'permission_denied'))
  await user.click(screen.getByRole('link', { name: 'Betalinger', current: false }))
  await waitFor(() => expect(screen.getAllByRole('heading', { name: /Du har ikke adgang/u })).toHaveLength(2))
})
