import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  addInvoiceLines,
  releaseInvoiceSource,
  removeInvoiceLine,
  updateInvoiceLine,
} from '@timedesk/contracts/invoice-lines'
import { postInvoice } from '@timedesk/contracts/invoice-postings'
import { deleteInvoice, getInvoice, listInvoices, updateInvoice } from '@timedesk/contracts/invoices'
import { getInvoicingSettings } from '@timedesk/contracts/invoicing-settings'
import { listPotentialItems } from '@timedesk/contracts/potential'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, pageOf } from '../test/build.ts'
import { draft, invoicingIds, posted, saleItem, settings } from '../test/invoicing-cast.ts'
import { showDesk } from '../test/show.tsx'

const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const SLOW = 30_000
const address = `/invoices/${invoicingIds.invoice}`
const asked = vi.fn<(body: unknown) => void>()
const see = ({ body }: { body: unknown }) => asked(body)

beforeEach(() => {
  asked.mockClear()
  server.use(answer(getInvoice, draft), answer(getInvoicingSettings, settings))
})

function write(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } })
}

test('a draft shows parties, lines with what was registered, and sums', { timeout: SLOW }, async () => {
  showDesk(address, finance)

  expect(await screen.findByRole('heading', { name: 'Draft invoice' })).toBeTruthy()
  expect(screen.getByText(/^Registered .*500\.00/u)).toBeTruthy()
  expect(screen.getByText(/^written down .*25\.00: Round figure$/u)).toBeTruthy()
  expect(screen.getByText(/^VAT 25 % of .*675\.00/u)).toBeTruthy()
  expect(screen.getByText('Nothing is missing. It can be posted.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '1 source' }))
  const sources = within(screen.getByRole('table', { name: 'What line 1 charges for' }))
  expect(sources.getByText(/Mette Holm · 2 Mar 2026/u)).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('references are saved where they stand, and only what was changed', { timeout: SLOW }, async () => {
  server.use(answer(updateInvoice, { ...draft, version: 4 }, see))
  showDesk(address, finance)
  write(await screen.findByRole('textbox', { name: 'Buyer’s reference' }), 'Anna Berg')
  write(screen.getByRole('textbox', { name: 'Discount in %' }), '2,5')
  write(screen.getByRole('textbox', { name: /^Why/u }), 'Loyal')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked).toHaveBeenCalledWith({ buyerReference: 'Anna Berg', discountPercent: '2.5', discountReason: 'Loyal' })
})

test('when somebody was quicker, theirs is shown and the draft is kept', { timeout: SLOW }, async () => {
  showDesk(address, finance)
  write(await screen.findByRole('textbox', { name: 'Order number' }), 'PO-5000')
  server.use(
    refuse(updateInvoice, 'stale_version'),
    answer(getInvoice, { ...draft, orderReference: 'PO-4999', version: 4 }),
  )
  await user.click(screen.getByRole('button', { name: 'Save' }))

  expect(await screen.findByText(/Somebody has set this to “PO-4999” meanwhile\./u)).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Order number' }).value).toBe('PO-5000')
})

test('a line is edited in place; a difference asks for its reason', { timeout: SLOW }, async () => {
  server.use(refuse(updateInvoiceLine, 'reason_missing'))
  showDesk(address, finance)
  await user.click(await screen.findByRole('button', { name: 'Edit line 1' }))
  const editor = within(screen.getByRole('listitem', { name: 'Edit line 1' }))
  write(editor.getByRole('textbox', { name: 'Hours, such as 1:50' }), '1:00')
  write(editor.getByRole('textbox', { name: 'Amount' }), '450')
  expect(editor.getByText(/Quantity and price give .*950\.00/u)).toBeTruthy()
  const reason = editor.getByRole('textbox', { name: 'Why it charges more or less than was registered' })
  write(reason, '')
  await user.click(editor.getByRole('button', { name: 'Save' }))
  expect(await editor.findByRole('alert')).toBeTruthy()

  server.use(answer(updateInvoiceLine, draft, see))
  write(reason, 'Agreed with Anna')
  await user.click(editor.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked).toHaveBeenCalledWith({
    ...{ quantity: 60, net: { amount: '450', currency: 'DKK' } },
    adjustmentReason: 'Agreed with Anna',
  })
})

test('problems are told in plain words and lead to where they are mended', { timeout: SLOW }, async () => {
  const problem = { rule: 'R003', pointer: '/buyerReference', message: 'In English', severity: 'error' } as const
  server.use(
    answer(getInvoice, {
      ...draft,
      problems: [
        { ...problem, code: 'buyer_reference_missing' },
        { ...problem, code: 'line_text_missing', pointer: '/lines/1/text', severity: 'warning' },
        { ...problem, code: 'iban_invalid', pointer: '/seller/account/iban' },
      ],
    }),
  )
  showDesk(address, { ...finance, language: 'da' })
  const panel = within(await screen.findByRole('region', { name: 'Før den kan bogføres' }))
  await user.click(panel.getByRole('button', { name: /Angiv køberens reference/u }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Købers reference' }))
  await user.click(panel.getByRole('button', { name: /En linje har ingen tekst/u }))
  expect(document.activeElement).toBe(screen.getByRole('listitem', { name: 'Linje 2' }))
  expect(panel.getByRole('link', { name: /IBAN/u }).getAttribute('href')).toBe('/settings/invoicing')
  expect(screen.getByRole('button', { name: 'Bogfør…' })).toHaveProperty('disabled', true)
})

test('posting tells the number to come and the total first', { timeout: SLOW }, async () => {
  server.use(answer(postInvoice, posted, see))
  showDesk(address, finance)
  await user.click(await screen.findByRole('button', { name: 'Post…' }))
  expect(await screen.findByText(/It takes the number F1043 and charges .*843\.75/u)).toBeTruthy()
  server.use(answer(getInvoice, posted))
  await user.click(screen.getByRole('button', { name: 'Post' }))

  expect(await screen.findByText('F1042 is posted.')).toBeTruthy()
  expect(await screen.findByRole('heading', { name: /^Invoice F1042/u })).toBeTruthy()
})

test('lines are moved, taken off and released, and items and own lines added', { timeout: SLOW }, async () => {
  server.use(
    answer(updateInvoiceLine, draft, see),
    answer(removeInvoiceLine, draft, () => asked('removed')),
    answer(releaseInvoiceSource, draft, () => asked('released')),
    answer(addInvoiceLines, draft, see),
    answer(listPotentialItems, pageOf(saleItem)),
  )
  showDesk(address, finance)
  await user.click(await screen.findByRole('button', { name: 'Move line 1 down' }))
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ position: 20 }))
  await user.click(screen.getByRole('button', { name: '1 source' }))
  await user.click(screen.getByRole('button', { name: 'Release Remote support' }))
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith('released'))
  await user.click(screen.getByRole('button', { name: 'Take line 2 off' }))
  await user.click(await screen.findByRole('button', { name: 'Take off' }))
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith('removed'))

  await user.click(screen.getByRole('button', { name: 'Add potential' }))
  await user.click(await screen.findByRole('checkbox', { name: /V-12, 10:00/u }))
  await user.click(screen.getByRole('button', { name: 'Add' }))
  const { source, sourceId } = saleItem
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ items: [{ source, sourceId }] }))

  await user.click(screen.getByRole('button', { name: 'Add a line' }))
  write(await screen.findByRole('textbox', { name: /^Text/u }), 'Travel')
  write(screen.getByRole('textbox', { name: /^Price/u }), '12,5')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  const unitPrice = { amount: '12.5', currency: 'DKK' }
  await waitFor(() =>
    expect(asked).toHaveBeenLastCalledWith({ text: 'Travel', description: '', quantity: 1, unit: 'C62', unitPrice }),
  )
})

test('a deleted draft leads back to the drafts', { timeout: SLOW }, async () => {
  server.use(answer(deleteInvoice, null), answer(listInvoices, { ...pageOf(), totals: [] }))
  const desk = showDesk(address, finance)
  await user.click(await screen.findByRole('button', { name: 'Delete draft' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete draft' }))

  await waitFor(() => expect(desk.location?.search).toBe('?state=draft'))
})

test('a document that is not there says so', async () => {
  server.use(refuse(getInvoice, 'not_found'))
  showDesk(address, finance)
  expect(await screen.findByRole('heading', { name: 'Nothing here' })).toBeTruthy()
})
