import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCustomers } from '@timedesk/contracts/customers'
import { type Invoice, type InvoiceSummary } from '@timedesk/contracts/invoice'
import { postInvoices } from '@timedesk/contracts/invoice-postings'
import { createInvoice, getInvoice, listInvoices } from '@timedesk/contracts/invoices'
import { getInvoicingSettings } from '@timedesk/contracts/invoicing-settings'
import { expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, pageOf } from '../test/build.ts'
import { money } from '../test/cover-cast.ts'
import { draft, invoicingIds, posted, settings, summary } from '../test/invoicing-cast.ts'
import { customer } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const SLOW = 30_000
const totals = [{ currency: 'DKK', payable: money('1687.50'), remaining: money('643.75') }]
const second = { ...summary, id: invoicingIds.other, customer: { id: customer.id, name: 'Havblik' } }
const creditNote: InvoiceSummary = {
  ...{ ...summary, id: invoicingIds.run, kind: 'credit_note', number: 'K1003', state: 'open', runNumber: null },
  ...{ corrects: { id: invoicingIds.invoice, number: 'F1042' }, payable: money('100.00'), remaining: money('-100.00') },
}
const { lines: _lines, ...late } = { ...summary, ...posted }
const posted1042 = { ...late, id: invoicingIds.line, lines: 2 }

test('the list shows drafts, posted and credited documents, with sums', { timeout: SLOW }, async () => {
  server.use(answer(listInvoices, { ...pageOf(summary, posted1042, creditNote), totals }))
  showDesk('/invoices', finance)

  const table = within(await screen.findByRole('table', { name: 'Invoices' }))
  expect(table.getByRole('link', { name: 'Draft' })).toBeTruthy()
  expect(table.getByText('Overdue')).toBeTruthy()
  expect(table.getByText('Credit note · corrects F1042')).toBeTruthy()
  expect(table.getAllByText(/-.*100\.00/u)).toHaveLength(2)
  expect(screen.getByText('Remaining (DKK)')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('tabs and filters are asked for and stand in the address', { timeout: SLOW }, async () => {
  const queries: string[] = []
  server.use(answer(listInvoices, { ...pageOf(), totals: [] }, ({ query }) => queries.push(query.toString())))
  const desk = showDesk('/invoices?kind=invoice', finance)
  await user.click(await screen.findByRole('link', { name: 'Overdue' }))
  await user.click(await screen.findByRole('switch', { name: 'Not sent only' }))

  await waitFor(() => expect(queries).toContain('kind=invoice&state=overdue&unsent=true'))
  expect(desk.location?.search).toBe('?state=overdue&kind=invoice&unsent=yes')
  expect(await screen.findByText('Nothing matches')).toBeTruthy()
})

test('drafts are chosen by keyboard and posted; refused ones tell all their reasons', { timeout: SLOW }, async () => {
  const asked = vi.fn<(body: unknown) => void>()
  const problems: Invoice['problems'] = [
    { ...{ rule: 'BR-05', code: 'buyer_city_missing', pointer: '/buyer/city', severity: 'error' }, message: 'City' },
    { ...{ rule: 'own', code: 'unknown_code', pointer: '', severity: 'error' }, message: 'Something new.' },
  ]
  server.use(
    answer(listInvoices, { ...pageOf(summary, second, posted1042), totals }),
    answer(
      postInvoices,
      {
        data: [
          { id: summary.id, number: 'F1043', problems: [] },
          { id: second.id, number: null, problems },
        ],
      },
      ({ body }) => asked(body),
    ),
  )
  showDesk('/invoices', finance)
  const boxes = await screen.findAllByRole('checkbox', { name: /^Choose Draft for/u })
  boxes[0]?.focus()
  await user.keyboard('x{Shift>}{ArrowDown}{/Shift}')
  expect(screen.getByText('2 chosen')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Post…' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'Post and send' }))

  expect(await screen.findByText('1 document was posted.')).toBeTruthy()
  expect(screen.getByText('The customer has no postal code and city.')).toBeTruthy()
  expect(screen.getByText('Something new.')).toBeTruthy()
  expect(asked).toHaveBeenCalledWith({ invoiceIds: [summary.id, second.id], send: true })
})

test('what came of the last drafts is told when none are left in the list', { timeout: SLOW }, async () => {
  server.use(
    answer(listInvoices, { ...pageOf(summary), totals }),
    answer(postInvoices, { data: [{ id: summary.id, number: 'F1043', problems: [] }] }, () =>
      server.use(answer(listInvoices, { ...pageOf(), totals: [] })),
    ),
  )
  showDesk('/invoices?state=draft', finance)

  await user.click(await screen.findByRole('checkbox', { name: /Draft/u }))
  await user.click(screen.getByRole('button', { name: 'Post…' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Post' }))

  expect(await screen.findByText('1 document was posted.')).toBeTruthy()
})

test('an empty draft is made for a customer; a refusal keeps what was chosen', { timeout: SLOW }, async () => {
  server.use(
    answer(listInvoices, { ...pageOf(), totals: [] }),
    answer(listCustomers, pageOf(customer)),
    answer(getInvoice, draft),
    answer(getInvoicingSettings, settings),
    refuse(createInvoice, 'nothing_to_invoice'),
  )
  const desk = showDesk('/invoices', finance)
  await user.click(await screen.findByRole('button', { name: 'New draft' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('textbox', { name: /Customer/u }))
  await user.click(await screen.findByRole('option', { name: /Nordlys/u }))
  await user.click(dialog.getByRole('radio', { name: 'All that is ready' }))
  await user.click(dialog.getByRole('button', { name: 'Draft' }))
  expect(await dialog.findByText('There is nothing ready to invoice here.')).toBeTruthy()

  const asked = vi.fn<(body: unknown) => void>()
  server.use(answer(createInvoice, { ...draft, documents: [draft.id] }, ({ body }) => asked(body)))
  await user.click(dialog.getByRole('radio', { name: 'Nothing yet' }))
  await user.click(dialog.getByRole('button', { name: 'Draft' }))
  await waitFor(() => expect(desk.location?.pathname).toBe(`/invoices/${draft.id}`))
  expect(asked).toHaveBeenCalledWith({ customerId: customer.id })
})

test('who may not see invoices is told so', async () => {
  server.use(refuse(listInvoices, 'permission_denied'))
  showDesk('/invoices')

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'New draft' })).toBeNull()
})
