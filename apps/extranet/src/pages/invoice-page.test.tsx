import { extranetGetInvoice, type ExtranetInvoice } from '@timedesk/contracts/extranet-invoices'
import { screen, within } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { buildInvoice, buildInvoiceLine, invoiceIds, kroner } from '../test/build-invoice.ts'
import { buildMe } from '../test/build.ts'
import { show } from '../test/show.tsx'

const address = `/invoices/${invoiceIds.invoice}`
const files = `/api/extranet/v1/invoices/${invoiceIds.invoice}`

function showInvoice(invoice: Partial<ExtranetInvoice> = {}) {
  server.use(answer(extranetGetInvoice, buildInvoice(invoice)))
  return show(address, buildMe('bookkeeper'))
}

async function rowsOfLines(): Promise<string[]> {
  const rows = within(await screen.findByRole('table', { name: 'Lines' })).getAllByRole('row')
  return rows.map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))
}

function sums(): string[] {
  return [...document.querySelectorAll('[aria-label="Sums"] > div')].map(({ textContent }) =>
    textContent.replaceAll('\u00A0', ' '),
  )
}

function pathOf(name: RegExp): string {
  return new URL(screen.getByRole<HTMLAnchorElement>('link', { name }).href).pathname
}

test('an invoice shows what it charges, how that adds up, and when to pay', async () => {
  const { container } = showInvoice()

  expect(await rowsOfLines()).toEqual([
    'WhatQuantityPriceVATAmount',
    'SupportCannot print invoicesCase #10420:30 hourskr 950.00 per hour25 %kr 475.00',
  ])
  expect(sums()).toEqual(['Without VATkr 475.00', 'VAT 25 % of kr 475.00kr 118.75', 'To paykr 593.75'])
  expect(screen.getByText(/593\.75 to pay by 31 Mar 2099/u)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Case #1042' }).getAttribute('href')).toBe('/cases/1042#time')
  expect(await axeViolations(container)).toEqual([])
})

test('the document can be opened, and kept as PDF and as e-invoice', async () => {
  showInvoice()
  await rowsOfLines()

  const opened = screen.getByRole('link', { name: /^Open the PDF/u })
  expect(opened.getAttribute('href')).toMatch(/\/pdf\?inline=true$/u)
  expect(opened.getAttribute('target')).toBe('_blank')
  expect(pathOf(/^Download the PDF$/u)).toBe(`${files}/pdf`)
  expect(pathOf(/^Download the e-invoice$/u)).toBe(`${files}/ubl`)
})

test('the document can be read on the page itself', async () => {
  const { user } = showInvoice()
  await rowsOfLines()
  expect(screen.queryByTitle('Invoice F1042')).toBeNull()

  await user.click(screen.getByRole('button', { name: 'Show the PDF here' }))

  expect(screen.getByTitle('Invoice F1042').getAttribute('src')).toMatch(/\/pdf\?inline=true$/u)
  await user.click(screen.getByRole('button', { name: 'Hide the PDF' }))
  expect(screen.queryByTitle('Invoice F1042')).toBeNull()
})

test('without an e-invoice none is offered', async () => {
  showInvoice({ hasUbl: false })
  await rowsOfLines()

  expect(screen.queryByRole('link', { name: 'Download the e-invoice' })).toBeNull()
})

test('a discount, a rounding and what was paid stand among the sums', async () => {
  showInvoice({
    allowances: kroner('47.50'),
    net: kroner('427.50'),
    gross: kroner('534.38'),
    rounding: kroner('-0.38'),
    payable: kroner('534.00'),
    paid: kroner('500.00'),
    remaining: kroner('34.00'),
    vatBreakdown: [{ category: 'AE', rate: '0', base: kroner('427.50'), vat: kroner('0.00') }],
  })
  await rowsOfLines()

  expect(sums()).toEqual([
    'Lines in allkr 475.00',
    'Discount-kr 47.50',
    'Without VATkr 427.50',
    'VAT, which you account for yourselves, of kr 427.50kr 0.00',
    'With VATkr 534.38',
    'Rounding-kr 0.38',
    'To paykr 534.00',
    'Paid-kr 500.00',
    'Remainingkr 34.00',
  ])
})

test('days of a period and pieces are told as such', async () => {
  const days = { unit: 'DAY', quantity: 19, baseQuantity: 28, unitPrice: kroner('4000.00'), case: null } as const
  const piece = { id: invoiceIds.order, unit: 'C62', quantity: 2, baseQuantity: 1, case: null } as const
  showInvoice({
    lines: [
      buildInvoiceLine({ ...days, period: { from: '2026-02-10', to: '2026-02-28' }, allowance: kroner('50.00') }),
      buildInvoiceLine({ ...piece, description: '', allowance: kroner('-10.00') }),
    ],
  })

  expect((await rowsOfLines()).slice(1)).toEqual([
    'SupportCannot print invoices10 Feb 2026 to 28 Feb 2026kr 50.00 off19 dayskr 4,000.00 for 28 days25 %kr 475.00',
    'Supportkr 10.00 on top2kr 950.0025 %kr 475.00',
  ])
})

test('a credit note leads to what it credits and says why', async () => {
  showInvoice({
    kind: 'credit_note',
    number: 'K12',
    dueOn: null,
    reason: 'Counted twice.',
    corrects: { id: invoiceIds.other, number: 'F1040' },
  })

  expect(await screen.findByRole('heading', { name: 'Credit note K12' })).toBeTruthy()
  expect(screen.getByText(/593\.75 in your favour/u)).toBeTruthy()
  expect(screen.getByText('Counted twice.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Invoice F1040' }).getAttribute('href')).toBe(`/invoices/${invoiceIds.other}`)
  expect(sums().at(-1)).toMatch(/^To your credit/u)
})

test.for([
  ['overdue', '2026-01-31', 'Overdue', /was to be paid by 31 Jan 2026/u],
  ['paid', '2026-01-31', 'Paid', /^Paid in full$/u],
  ['credited', '2026-01-31', 'Credited', /nothing is to be paid/u],
] as const)('one that is %s says so in words', async ([state, dueOn, mark, sentence]) => {
  showInvoice({ state, dueOn })

  const standing = within(await screen.findByRole('region', { name: 'State' }))

  expect(standing.getByText(mark)).toBeTruthy()
  expect(standing.getByText(sentence)).toBeTruthy()
})

test('one that is not there says so', async () => {
  server.use(refuse(extranetGetInvoice, 'not_found'))
  show(address, buildMe('manager', { language: 'da' }))

  expect(await screen.findByRole('heading', { name: 'Fakturaen findes ikke' })).toBeTruthy()
})

test('a requester is told that invoices are for others', async () => {
  show(address, buildMe('requester'))

  expect(await screen.findByText('Invoices are shown to managers and bookkeepers.')).toBeTruthy()
})
