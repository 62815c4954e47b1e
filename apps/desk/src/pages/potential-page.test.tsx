import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { getIntegrity } from '@timedesk/contracts/integrity'
import { listPotential, listPotentialItems, type PotentialItem } from '@timedesk/contracts/potential'
import { expect, test } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { coverIds, money, potentialRow, potentialTotals, soundReport } from '../test/cover-cast.ts'
import { card, entry } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const time: PotentialItem = {
  ...{ source: 'time', sourceId: entry.id, day: '2026-03-02', text: 'Remote support', agreement: entry.agreement },
  ...{ settlement: 'time_spent', kind: 'time_spent', minutes: 30, amount: money('475.00'), state: 'ready' },
  ...{ heldBecause: null, hold: null, case: entry.case, project: null, entry },
}
const sale: PotentialItem = {
  ...{ ...time, source: 'voucher_sale', sourceId: coverIds.voucher, text: 'V-12, 10:00', kind: 'sale', minutes: null },
  ...{ amount: money('9000.00'), case: null, entry: null, state: 'held', heldBecause: 'po_missing' },
}
const fee: PotentialItem = {
  ...{ ...sale, source: 'subscription_period', sourceId: coverIds.quota, text: 'Service desk, March', kind: 'regular' },
  ...{ state: 'future', heldBecause: null, day: '2026-04-01' },
}
const unpriced: PotentialItem = {
  ...time,
  sourceId: ids.open,
  amount: null,
  state: 'held',
  heldBecause: 'missing_rate',
}

test('the potential shows ready, held with its reasons, what is due later, and ages', async () => {
  server.use(answer(listPotential, { ...pageOf(potentialRow), totals: potentialTotals }))
  showDesk('/potential', finance)

  expect(await screen.findByText('1 beyond the cover waits')).toBeTruthy()
  const figures = screen.getAllByRole('term').map((term) => term.textContent)
  expect(figures).toEqual(['Ready (DKK)', 'Held back (DKK)', 'Due later (DKK)'])
  expect(screen.getByRole('img', { name: /up to 30 days: .*475\.00/u })).toBeTruthy()
})

test('a customer’s potential comes from all sources, each with what holds it back', async () => {
  server.use(answer(getCustomerCard, card), answer(listPotentialItems, pageOf(time, sale, fee, unpriced)))
  showDesk(`/potential?customer=${ids.customer}`, finance)

  const table = within(await screen.findByRole('table', { name: 'What it comes from' }))
  expect(table.getByText('V-12, 10:00')).toBeTruthy()
  expect(table.getByText('Its agreement lacks a purchase order')).toBeTruthy()
  expect(table.getByText('due 1 Apr 2026')).toBeTruthy()
  expect(table.getByText('No price')).toBeTruthy()
  expect(table.getAllByRole('link', { name: '#1042 Cannot print invoices' })).toHaveLength(2)
  expect(await axeViolations(document.body)).toEqual([])
})

test('the items are asked for by state and source', async () => {
  const queries: string[] = []
  server.use(
    answer(getCustomerCard, card),
    answer(listPotentialItems, pageOf(), ({ query }) => queries.push(query.toString())),
  )
  showDesk(`/potential?customer=${ids.customer}&source=time`, { ...finance, language: 'da' })
  await user.click(await screen.findByRole('radio', { name: 'Holdt tilbage' }))

  expect(await screen.findByRole('heading', { name: 'Intet af den slags' })).toBeTruthy()
  expect(queries).toContain('state=held&source=time')
})

test('a customer’s potential that is refused says so', async () => {
  server.use(answer(getCustomerCard, card), refuse(listPotentialItems, 'permission_denied'))
  showDesk(`/potential?customer=${ids.customer}`)

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})

test('a broken check is told with what breaks it', async () => {
  const broken = { kind: 'case_drew_twice', violations: 1, examples: ['V-12 #1042'] }
  server.use(answer(getIntegrity, { ...soundReport, isSound: false, checks: [...soundReport.checks, broken] }))
  showDesk('/integrity', { me: buildMe('administrator') })

  expect(await screen.findByRole('heading', { name: 'Something is not as it must be' })).toBeTruthy()
  const check = screen.getByText('A case takes one unit of a voucher of cases.').closest('li') as HTMLElement
  expect(within(check).getByText('1 breaks it')).toBeTruthy()
  expect(within(check).getByText('V-12 #1042')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})
