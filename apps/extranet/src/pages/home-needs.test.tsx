import { extranetListCases } from '@timedesk/contracts/extranet-cases'
import { extranetListInvoices } from '@timedesk/contracts/extranet-invoices'
import { extranetListOverage } from '@timedesk/contracts/time-questions'
import { screen, within } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { buildTimeLine } from '../test/build-agreement.ts'
import { buildInvoiceSummary, invoiceIds, kroner } from '../test/build-invoice.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

const open = [1, 2, 3, 4].map((month) =>
  buildInvoiceSummary({
    id: `${invoiceIds.invoice.slice(0, -1)}${String(month)}`,
    number: `F104${String(month)}`,
    dueOn: `2099-0${String(month)}-28`,
  }),
)
const overdue = buildInvoiceSummary({
  id: invoiceIds.creditNote,
  number: 'F1030',
  state: 'overdue',
  dueOn: '2026-01-31',
})
const waiting = {
  case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' },
  line: buildTimeLine({
    coveredBy: [
      { kind: 'voucher', name: 'V-12', minutes: 15, hold: null },
      { kind: 'overage', name: 'Support voucher', minutes: 45, hold: 'approval' },
    ],
    amount: kroner('712.50'),
  }),
}

async function rowsOfNeeds(name = /Needs you/u) {
  const section = within(await screen.findByRole('region', { name }))
  return section
    .getAllByRole('link')
    .map((link) => [link.getAttribute('href'), link.textContent.replaceAll('\u00A0', ' ')])
}

test('work to accept and invoices to pay need a manager, the most pressing first', async () => {
  server.use(
    answer(extranetListCases, pageOf()),
    answer(extranetListOverage, pageOf(waiting)),
    answer(extranetListInvoices, { ...pageOf(...open, overdue), toPay: [], areShown: true }),
  )
  const { container } = show('/', buildMe('manager'))

  const rows = await rowsOfNeeds()
  expect(rows.map(([href]) => href)).toEqual([
    '/cases/1042#time',
    `/invoices/${invoiceIds.creditNote}`,
    `/invoices/${open[0]?.id ?? ''}`,
    `/invoices/${open[1]?.id ?? ''}`,
    '/invoices',
  ])
  expect(rows[0]?.[1]).toBe('0:45 beyond the agreementCase #1042: Cannot print invoicesAccept or declinekr 712.50')
  expect(rows[1]?.[1]).toMatch(/^Invoice F1030 is overduePay by 31 Jan 2026, \d+ days lateOverduekr 593\.75$/u)
  expect(rows[4]?.[1]).toBe('2 more invoices are to be paid')
  expect(await axeViolations(container)).toEqual([])
})

test('a bookkeeper, who answers nothing, still has invoices to pay', async () => {
  let asked = 0
  server.use(
    answer(extranetListCases, pageOf()),
    answer(extranetListOverage, pageOf(waiting), () => (asked += 1)),
    answer(extranetListInvoices, { ...pageOf(overdue), toPay: [], areShown: true }),
  )
  show('/', buildMe('bookkeeper', { language: 'da' }))

  const rows = await rowsOfNeeds(/Venter på dig/u)

  expect(rows).toHaveLength(1)
  expect(rows[0]?.[1]).toContain('Faktura F1030 er forfalden')
  expect(asked).toBe(0)
})

test('a requester is asked for neither', async () => {
  let asked = 0
  server.use(
    answer(extranetListCases, pageOf()),
    answer(extranetListOverage, pageOf(waiting), () => (asked += 1)),
    answer(extranetListInvoices, { ...pageOf(overdue), toPay: [], areShown: true }, () => (asked += 1)),
  )
  show('/', buildMe('requester'))

  expect(await screen.findByRole('heading', { name: 'How can we help?' })).toBeTruthy()
  expect(asked).toBe(0)
})

test('when invoices cannot be read, the rest stands there all the same', async () => {
  server.use(
    answer(extranetListCases, pageOf()),
    answer(extranetListOverage, pageOf(waiting)),
    refuse(extranetListInvoices, 'unavailable'),
  )
  show('/', buildMe('manager'))

  expect(await screen.findByText('We are not ready right now. Try again in a moment.')).toBeTruthy()
  expect(await rowsOfNeeds()).toHaveLength(1)
})
