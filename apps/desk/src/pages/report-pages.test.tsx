import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getDeferredRevenue, getProfit, getTurnover, getVatSummary } from '@timedesk/contracts/reports'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe } from '../test/build.ts'
import { coverIds } from '../test/cover-cast.ts'
import { deferredAnswer, profitAnswer, turnoverAnswer, vatAnswer } from '../test/report-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 30_000
const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const year = 'from=2026-01-01&to=2026-12-31'

async function rowsOf(name: string): Promise<string[]> {
  const rows = within(await screen.findByRole('table', { name })).getAllByRole('row')
  return rows.slice(1).map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))
}

test('deferred revenue rolls forward and ties to the ledger', { timeout: SLOW }, async () => {
  server.use(answer(getDeferredRevenue, deferredAnswer))
  showDesk(`/reports/deferred-revenue?${year}`, finance)

  expect(await rowsOf('Deferred revenue')).toEqual([
    'V-12VoucherNordlys EnergiTen hours ahead2,475.009,000.006,525.00—450.004,500.00',
    'In all2,475.009,000.006,525.000.00450.004,500.00',
  ])
  expect(screen.getByText('Ties to the ledger')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'V-12' }).getAttribute('href')).toBe(`/vouchers/${coverIds.voucher}`)
  expect(await axeViolations(document.body)).toEqual([])
})

test('when it does not tie, that is an alarm', { timeout: SLOW }, async () => {
  server.use(answer(getDeferredRevenue, { ...deferredAnswer, ties: false }))
  showDesk(`/reports/deferred-revenue?${year}`, { ...finance, language: 'da' })

  expect((await screen.findByRole('alert')).textContent).toContain('Stemmer ikke med posteringerne')
})

test('turnover stands month by month, as bars that are told in words and as a table', { timeout: SLOW }, async () => {
  server.use(answer(getTurnover, turnoverAnswer))
  showDesk(`/reports/turnover?${year}`, finance)

  expect((await rowsOf('Turnover')).at(-1)).toBe(
    'In all9,500.000.0018,000.008,000.000.00-900.0020,000.0024,000.00200.00',
  )
  const chart = screen.getByRole('img', { name: /^Feb: Invoiced .*17,300\.00, Earned .*12,000\.00; Mar: Invoiced/u })
  expect(chart.querySelectorAll('[data-look="strong"]')).toHaveLength(2)
  expect(await axeViolations(document.body)).toEqual([])
})

test('VAT stands by category and rate, and no number is missing', { timeout: SLOW }, async () => {
  server.use(answer(getVatSummary, vatAnswer))
  showDesk('/reports/vat?from=2026-01-01&to=2026-03-31', finance)

  expect(await rowsOf('VAT')).toEqual([
    'Standard25 %20,000.00-450.0019,550.004,887.50',
    'Reverse charge0 %20,000.00-450.0019,550.000.00',
    'In all40,000.00-900.0039,100.004,887.50',
  ])
  expect(screen.getByText('No number is missing')).toBeTruthy()
  expect(screen.getByText('Posted documents: 12')).toBeTruthy()
  expect(screen.getByText('Q1 2026')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('a missing number is an alarm that names it', { timeout: SLOW }, async () => {
  server.use(answer(getVatSummary, { ...vatAnswer, gaps: ['F1043', 'F1044'] }))
  showDesk(`/reports/vat?${year}`, finance)

  expect((await screen.findByRole('alert')).textContent).toContain('F1043, F1044')
})

test.for([
  ['/reports/deferred-revenue', answer(getDeferredRevenue, { ...deferredAnswer, data: [] })],
  ['/reports/turnover', answer(getTurnover, { ...turnoverAnswer, data: [] })],
  ['/reports/vat', answer(getVatSummary, { ...vatAnswer, data: [] })],
] as const)('%s says when there is nothing', { timeout: SLOW }, async ([address, handler]) => {
  server.use(handler)
  showDesk(address, finance)

  expect(await screen.findByRole('heading', { name: 'Nothing in this period' })).toBeTruthy()
})

test.for([
  ['/reports/deferred-revenue', getDeferredRevenue],
  ['/reports/turnover', getTurnover],
  ['/reports/vat', getVatSummary],
] as const)('%s says when it is refused', { timeout: SLOW }, async ([address, route]) => {
  server.use(refuse(route, 'permission_denied'))
  showDesk(address, finance)

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})

test(
  'the place of the reports leads to the first, and the period goes along to the next',
  { timeout: SLOW },
  async () => {
    server.use(answer(getProfit, profitAnswer), answer(getVatSummary, vatAnswer))
    const desk = showDesk('/reports', finance)
    await rowsOf('Profit')
    expect(desk.location?.pathname).toBe('/reports/profit')
    await user.click(screen.getByRole('radio', { name: 'Year' }))
    const period = desk.location?.search ?? ''
    await user.click(within(screen.getByRole('navigation', { name: 'Reports' })).getByRole('link', { name: 'VAT' }))

    expect(await rowsOf('VAT')).toHaveLength(3)
    expect(desk.location?.search).toBe(period)
    expect(period).toMatch(/^\?from=\d{4}-01-01&to=\d{4}-12-31$/u)
  },
)
