import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCustomers } from '@timedesk/contracts/customers'
import {
  cancelInvoiceRun,
  commitInvoiceRun,
  getInvoiceRun,
  listInvoiceRuns,
  listRunCustomers,
  planInvoiceRun,
  type InvoiceRun,
  type RunCustomer,
} from '@timedesk/contracts/invoice-runs'
import { expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { invoicingIds, run, runCustomer } from '../test/invoicing-cast.ts'
import { customer } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const SLOW = 30_000
const address = `/invoice-runs/${invoicingIds.run}`
const done: InvoiceRun = {
  ...run,
  ...{ state: 'done', done: 2, skipped: 1, can: { commit: false, cancel: false } },
}

test('the runs are listed with how far they are', { timeout: SLOW }, async () => {
  server.use(answer(listInvoiceRuns, pageOf(run, { ...done, id: invoicingIds.other, number: 11 })))
  showDesk('/invoice-runs', finance)

  const table = within(await screen.findByRole('table', { name: 'Invoice runs' }))
  expect(table.getByRole('link', { name: 'Run 12' })).toBeTruthy()
  expect(table.getByText('Preview')).toBeTruthy()
  expect(table.getByText('Done')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('a run is planned for some customers; a refusal keeps what was chosen', { timeout: SLOW }, async () => {
  server.use(
    answer(listInvoiceRuns, pageOf()),
    answer(listCustomers, pageOf(customer)),
    answer(getInvoiceRun, run),
    answer(listRunCustomers, pageOf(runCustomer)),
    refuse(planInvoiceRun, 'nothing_to_invoice'),
  )
  const desk = showDesk('/invoice-runs?new=yes', finance)
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText(/^Up to and including/u), { target: { value: '2026-02-28' } })
  await user.click(dialog.getByRole('textbox', { name: 'Customers' }))
  await user.click(await screen.findByRole('option', { name: /Nordlys/u }))
  await user.click(dialog.getByRole('checkbox', { name: 'Voucher' }))
  await user.click(dialog.getByRole('button', { name: 'Preview' }))
  expect(await dialog.findByText('There is nothing ready to invoice here.')).toBeTruthy()
  expect(dialog.getByRole('button', { name: 'Leave Nordlys Energi out' })).toBeTruthy()

  const asked = vi.fn<(body: unknown) => void>()
  server.use(answer(planInvoiceRun, run, ({ body }) => asked(body)))
  await user.click(dialog.getByRole('button', { name: 'Preview' }))
  await waitFor(() => expect(desk.location?.pathname).toBe(address))
  const body = { through: '2026-02-28', customerIds: [ids.customer], settlements: ['voucher'] }
  expect(asked).toHaveBeenCalledWith(body)
})

test('a preview shows documents, and what waits with the way to settle it', { timeout: SLOW }, async () => {
  server.use(answer(getInvoiceRun, run), answer(listRunCustomers, pageOf(runCustomer)))
  showDesk(address, finance)

  const table = within(await screen.findByRole('table', { name: 'Customers' }))
  expect(table.getByText(/2 lines · 3 items · order PO-4711/u)).toBeTruthy()
  expect(table.getByText('#1042 Cannot print invoices · V-12, 10:00')).toBeTruthy()
  const waiting = table.getByRole('link', { name: '2 without a price' })
  expect(waiting.getAttribute('href')).toBe(`/customers/${ids.customer}`)
  expect(screen.getByText('Planned documents')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('its drafts are made after a question, and progress is followed to the end', { timeout: SLOW }, async () => {
  const running = { ...run, state: 'running', done: 1, can: { commit: false, cancel: true } } as const
  server.use(
    answer(getInvoiceRun, run),
    answer(listRunCustomers, pageOf(runCustomer)),
    answer(commitInvoiceRun, running, () => server.use(answer(getInvoiceRun, running))),
  )
  showDesk(address, finance)
  await user.click(await screen.findByRole('button', { name: 'Make the drafts' }))
  const question = within(await screen.findByRole('dialog', { name: 'Make 1 draft?' }))
  await user.click(question.getByRole('button', { name: 'Make the drafts' }))
  expect(await screen.findByText('1 of 2 customers')).toBeTruthy()

  const left: RunCustomer = { ...runCustomer, state: 'changed', documents: [], held: [] }
  server.use(answer(getInvoiceRun, done), answer(listRunCustomers, pageOf(left)))
  expect(await screen.findByText('Drafted. Look at the drafts and post them.')).toBeTruthy()
  expect(await screen.findByText('Changed meanwhile', { selector: 'td *' })).toBeTruthy()
  const toDrafts = screen.getByRole('link', { name: 'To the drafts' })
  expect(toDrafts.getAttribute('href')).toBe(`/invoices?state=draft&run=${invoicingIds.run}`)
})

test('a run is cancelled after a question, and its customers are filtered', { timeout: SLOW }, async () => {
  const queries: string[] = []
  const asked = vi.fn<() => void>()
  server.use(
    answer(getInvoiceRun, run),
    answer(listRunCustomers, pageOf(), ({ query }) => queries.push(query.toString())),
    answer(cancelInvoiceRun, { ...run, state: 'cancelled' }, () => asked()),
  )
  showDesk(address, { ...finance, language: 'da' })
  await user.click(await screen.findByRole('radio', { name: 'Med noget, der venter' }))
  await waitFor(() => expect(queries).toContain('only=held'))
  await user.click(screen.getByRole('button', { name: 'Annuller kørslen' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Annuller kørslen' }))
  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
})

test('who may not see runs is told so', async () => {
  server.use(refuse(listInvoiceRuns, 'permission_denied'))
  showDesk('/invoice-runs')
  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})
