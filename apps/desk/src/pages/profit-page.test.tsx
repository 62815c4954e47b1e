import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listAgreements } from '@timedesk/contracts/agreements'
import { getCustomer } from '@timedesk/contracts/customers'
import { getProfit } from '@timedesk/contracts/reports'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { customer } from '../test/office-cast.ts'
import { losingRow, profitAnswer, profitRow } from '../test/report-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 30_000
const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const march = 'from=2026-03-01&to=2026-03-31'

async function namesOf(table = 'Profit'): Promise<string[]> {
  const rows = within(await screen.findByRole('table', { name: table })).getAllByRole('row')
  return rows.slice(1).map((row) => within(row).getAllByRole('cell')[0]?.textContent ?? '')
}

test(
  'revenue, cost and what is left stand by customer, with what belongs to none last',
  { timeout: SLOW },
  async () => {
    server.use(answer(getProfit, profitAnswer))
    showDesk(`/reports/profit?${march}`, finance)

    expect(await namesOf()).toEqual(['Nordlys Energi', 'Havtorn', 'Not allocatedbelongs to no single one', 'In all'])
    const [, first, second] = within(screen.getByRole('table', { name: 'Profit' })).getAllByRole('row')
    expect(first?.textContent.replaceAll('\u00A0', ' ')).toBe(
      'Nordlys Energi9,500.008,000.004,200.005,300.0055.8 %10:3010:00904.76504.76',
    )
    expect(second?.textContent).toContain('-50.0 %')
    expect(screen.getAllByText('March 2026')).not.toEqual([])
    expect(await axeViolations(document.body)).toEqual([])
  },
)

test('a header puts the rows in order, and the keyboard does too', { timeout: SLOW }, async () => {
  server.use(answer(getProfit, { ...profitAnswer, data: [losingRow, profitRow] }))
  const desk = showDesk(`/reports/profit?${march}`, finance)
  await namesOf()

  await user.click(screen.getByRole('button', { name: 'Cost' }))
  expect(screen.getByRole('columnheader', { name: 'Cost' }).getAttribute('aria-sort')).toBe('descending')
  expect(await namesOf()).toEqual(['Nordlys Energi', 'Havtorn', 'In all'])
  await user.keyboard('{Enter}')

  await waitFor(() => expect(desk.location?.search).toBe(`?${march}&order=cost`))
  expect(await namesOf()).toEqual(['Havtorn', 'Nordlys Energi', 'In all'])
})

test('what is chosen stands in the question, and in the files of the same rows', { timeout: SLOW }, async () => {
  const asked: string[] = []
  server.use(
    answer(getProfit, profitAnswer, ({ query }) => asked.push(query.toString())),
    answer(getCustomer, customer),
    answer(listAgreements, pageOf()),
  )
  showDesk(`/reports/profit?${march}&by=agreement&customer=${ids.customer}&settlement=voucher`, finance)
  await namesOf()
  await user.click(screen.getByRole('radio', { name: 'Invoiced' }))
  await user.click(screen.getByRole('button', { name: 'Later' }))

  await waitFor(() => expect(asked).toHaveLength(3))
  const last = new URLSearchParams(asked.at(-1))
  expect(Object.fromEntries(last)).toEqual({
    ...{ from: '2026-04-01', to: '2026-04-30', by: 'agreement', basis: 'invoiced' },
    ...{ customerId: ids.customer, settlement: 'voucher' },
  })
  await user.click(screen.getByRole('button', { name: 'Export' }))
  const file = new URL((await screen.findByRole<HTMLAnchorElement>('menuitem', { name: 'As XLSX' })).href)
  expect(Object.fromEntries(file.searchParams)).toEqual({ ...Object.fromEntries(last), format: 'xlsx' })
})

test('a customer leads to its agreements, and a month to its customers', { timeout: SLOW }, async () => {
  server.use(answer(getProfit, { ...profitAnswer, data: [profitRow] }))
  showDesk(`/reports/profit?${march}`, finance)

  const link = await screen.findByRole('link', { name: 'Nordlys Energi' })

  expect(link.getAttribute('href')).toBe(`/reports/profit?${march}&by=agreement&customer=${ids.customer}`)
})

test('months and settlements are named in the reader’s language', { timeout: SLOW }, async () => {
  server.use(answer(getProfit, { ...profitAnswer, data: [{ ...profitRow, key: '2026-03', name: '2026-03' }] }))
  showDesk('/reports/profit?from=2026-01-01&to=2026-12-31&by=month', { ...finance, language: 'da' })

  expect(await screen.findByRole('link', { name: 'marts 2026' })).toBeTruthy()
})

test('own days can be told', { timeout: SLOW }, async () => {
  server.use(answer(getProfit, profitAnswer))
  showDesk(`/reports/profit?${march}`, finance)
  await namesOf()

  await user.click(screen.getByRole('radio', { name: 'Own' }))

  expect((await screen.findByLabelText<HTMLInputElement>('From')).value).toBe('2026-03-01')
  expect(screen.getByLabelText<HTMLInputElement>('To and including').value).toBe('2026-03-31')
})

test('a report that is cut says so', { timeout: SLOW }, async () => {
  server.use(answer(getProfit, { ...profitAnswer, isCut: true }))
  showDesk(`/reports/profit?${march}`, finance)

  expect(await screen.findByText(/Only the first 3 are shown/u)).toBeTruthy()
})

test('with nothing in the period, the page says so', { timeout: SLOW }, async () => {
  server.use(answer(getProfit, { ...profitAnswer, data: [] }))
  showDesk(`/reports/profit?${march}`, finance)

  expect(await screen.findByRole('heading', { name: 'Nothing in this period' })).toBeTruthy()
})

test('a refused report says so, and an agent is not led there', { timeout: SLOW }, async () => {
  server.use(refuse(getProfit, 'permission_denied'))
  showDesk('/reports/profit', { me: buildMe('agent') })

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Reports' })).toBeNull()
})
