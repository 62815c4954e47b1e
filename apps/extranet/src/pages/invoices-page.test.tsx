import { extranetListInvoices, type ExtranetInvoiceSummary } from '@timedesk/contracts/extranet-invoices'
import { screen, within } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { buildInvoiceSummary, invoiceIds, kroner } from '../test/build-invoice.ts'
import { buildMe, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

const overdue = buildInvoiceSummary({
  id: invoiceIds.other,
  number: 'F1040',
  state: 'overdue',
  dueOn: '2026-01-31',
  orderReference: 'PO-77',
})
const creditNote = buildInvoiceSummary({
  id: invoiceIds.creditNote,
  kind: 'credit_note',
  number: 'K12',
  dueOn: null,
  payable: kroner('100.00'),
  corrects: { id: invoiceIds.invoice, number: 'F1042' },
})

function answerInvoices(open: ExtranetInvoiceSummary[], settled: ExtranetInvoiceSummary[]) {
  return http.get(`${globalThis.location.origin}${extranetListInvoices.path}`, ({ request }) => {
    const isOpen = new URL(request.url).searchParams.get('isOpen') === 'true'
    const page = pageOf(...(isOpen ? open : [...open, ...settled]))
    return HttpResponse.json({ ...page, toPay: open.length > 0 ? [kroner('1187.50')] : [], areShown: true })
  })
}

async function rowsOf(name: string): Promise<string[]> {
  const rows = within(await screen.findByRole('table', { name })).getAllByRole('row')
  return rows.map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))
}

test.for(['manager', 'bookkeeper'] as const)(
  'a %s reads first what is to be paid, then what is settled',
  async (role) => {
    server.use(answerInvoices([overdue, buildInvoiceSummary()], [creditNote]))
    const { container } = show('/invoices', buildMe(role))

    const [head, late, due] = await rowsOf('To pay')
    expect(head).toBe('NumberIssuedPay byStateAmountRemaining')
    expect(late).toMatch(/^F1040PO-771 Mar 202631 Jan 2026\d+ days lateOverduekr 593\.75kr 593\.75$/u)
    expect(due).toMatch(/^F10421 Mar 202631 Mar 2099in \d+ daysTo paykr 593\.75kr 593\.75$/u)
    expect(await rowsOf('Settled')).toEqual([
      'NumberIssuedStateAmount',
      'K12Credits F10421 Mar 2026Credit note−kr 100.00',
    ])
    expect(screen.getByText(/^kr\s1,187\.50 in all$/u)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'F1042' }).getAttribute('href')).toBe(`/invoices/${invoiceIds.invoice}`)
    expect(await axeViolations(container)).toEqual([])
  },
)

test('with everything paid, that is said', async () => {
  server.use(answerInvoices([], [buildInvoiceSummary({ state: 'paid', remaining: kroner('0.00') })]))
  show('/invoices', buildMe('bookkeeper', { language: 'da' }))

  expect(await screen.findByText('Der er intet at betale lige nu.')).toBeTruthy()
  expect(await rowsOf('Afregnet')).toHaveLength(2)
})

test('before the first invoice, the page says what comes', async () => {
  server.use(answerInvoices([], []))
  show('/invoices', buildMe('manager'))

  expect(await screen.findByRole('heading', { name: 'No invoices yet' })).toBeTruthy()
})

test('where the supplier shows no invoices, the page says so', async () => {
  server.use(answer(extranetListInvoices, { ...pageOf(), toPay: [], areShown: false }))
  show('/invoices', buildMe('manager'))

  expect(await screen.findByRole('heading', { name: 'Invoices are not shown here' })).toBeTruthy()
  expect(screen.getByText(/Ask Fjordbyte/u)).toBeTruthy()
})

test('a failure says what to do and tries again', async () => {
  server.use(refuse(extranetListInvoices, 'unavailable'))
  const { user } = show('/invoices', buildMe('manager'))
  await screen.findByText('We are not ready right now. Try again in a moment.')

  server.use(answerInvoices([buildInvoiceSummary()], []))
  await user.click(screen.getByRole('button', { name: 'Try again' }))

  expect(await rowsOf('To pay')).toHaveLength(2)
})

test('a requester is told that invoices are for others, and is not led there', async () => {
  show('/invoices', buildMe('requester'))

  expect(await screen.findByText('Invoices are shown to managers and bookkeepers.')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Invoices' })).toBeNull()
})

test('the keys g i lead to the invoices', async () => {
  server.use(answerInvoices([buildInvoiceSummary()], []))
  const { user } = show('/profile', buildMe('bookkeeper'))
  await screen.findByRole('link', { name: 'Invoices' })

  await user.keyboard('gi')

  expect(await screen.findByRole('heading', { name: 'Invoices' })).toBeTruthy()
})
