import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getAgreement, listAgreements } from '@timedesk/contracts/agreements'
import { simulateAgreement } from '@timedesk/contracts/simulation'
import { listSubscriptionLines } from '@timedesk/contracts/subscriptions'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { coverIds, line, simulation, subscription } from '../test/cover-cast.ts'
import { groundAnswers } from '../test/ground.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 40_000
const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()
const stored = `/simulator?customer=${ids.customer}&agreement=${coverIds.subscription}`

beforeEach(() => {
  asked.mockClear()
  server.use(
    ...groundAnswers,
    answer(listAgreements, pageOf(subscription)),
    answer(getAgreement, subscription),
    answer(listSubscriptionLines, { data: [line] }),
    answer(simulateAgreement, simulation, ({ body }) => asked(body)),
  )
})

test('a stored agreement is tried by its id, and both sides stand beside each other', { timeout: SLOW }, async () => {
  showDesk(stored, finance)
  await user.click(await screen.findByRole('button', { name: 'Run the simulation' }))

  expect(await screen.findByText(/The customer would have paid .*2,500\.00 more\./u)).toBeTruthy()
  expect(screen.getByText(/We would have earned .*2,500\.00 more after costs\./u)).toBeTruthy()
  const comparison = within(screen.getByRole('table', { name: 'Today and the draft' }))
  const total = within(comparison.getByText('The customer pays').closest('tr') as HTMLElement)
  expect(total.getByText(/9,500\.00/u)).toBeTruthy()
  expect(total.getByText(/12,000\.00/u)).toBeTruthy()
  expect(screen.getByText('1.05 h in a month')).toBeTruthy()
  expect(screen.getByText('no number of hours')).toBeTruthy()
  expect(asked).toHaveBeenCalledExactlyOnceWith({
    customerId: ids.customer,
    months: 12,
    agreementId: coverIds.subscription,
  })
  expect(await axeViolations(document.body)).toEqual([])
})

test('what was changed of it goes as a draft, and an old result says that it is old', { timeout: SLOW }, async () => {
  showDesk(stored, finance)
  await user.click(await screen.findByRole('button', { name: 'Run the simulation' }))
  await screen.findByRole('table', { name: 'Today and the draft' })
  fireEvent.change(screen.getByLabelText(/^Price of one/u), { target: { value: '3500' } })
  expect(await screen.findByText(/The terms were changed since/u)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Run again' }))

  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
  expect(asked).toHaveBeenLastCalledWith({
    ...{ customerId: ids.customer, months: 12 },
    draft: {
      ...{ settlement: 'subscription', heading: 'Service desk', validFrom: '2026-01-01', validTo: null },
      ...{ isBillable: true, ratePerHour: { amount: '950.00', currency: 'DKK' }, rateCardId: null },
      ...{ incrementMinutes: 15, minimumMinutes: 15, roundingScope: 'entry', afterHours: { policy: 'none' } },
      ...{ scope: [], overagePolicy: 'bill', overageRate: null, thresholds: [80, 95], termMonths: null },
      ...{ renewal: 'none', noticeDays: 0, creditsUnused: false },
    },
    lines: [
      {
        ...{ description: 'Service desk, 5 hours', period: 'month', startsOn: '2026-01-01', timing: 'advance' },
        ...{ leadDays: 0, alignsToCalendar: true, prorates: true, quantity: 1 },
        unitPrice: { amount: '3500', currency: 'DKK' },
        quota: { unit: 'minutes', units: 300, rolloverPeriods: 1, rolloverMax: 300 },
      },
    ],
  })
})

test('the months can be read as a table', { timeout: SLOW }, async () => {
  showDesk(stored, finance)
  await user.click(await screen.findByRole('button', { name: 'Run the simulation' }))
  expect((await screen.findByRole('img', { name: /Jan: Today .*4,750\.00, Draft .*6,000\.00/u })).tagName).toBe('DIV')
  await user.click(screen.getByRole('button', { name: 'Show as a table' }))

  const table = within(await screen.findByRole('table', { name: 'Month by month' }))
  expect(table.getByText('February 2026')).toBeTruthy()
  expect(table.getByText('0:15')).toBeTruthy()
})

test('a refused voucher keeps its draft and tells its field', { timeout: SLOW }, async () => {
  const problem = { pointer: '/body/voucher/price/amount', code: 'invalid_money', message: 'Wrong' }
  server.use(refuse(simulateAgreement, 'invalid_money', [problem]))
  showDesk(`/simulator?customer=${ids.customer}`, finance)
  await user.click(await screen.findByRole('radio', { name: 'Voucher' }))
  fireEvent.change(screen.getByLabelText('Hours *'), { target: { value: '10' } })
  fireEvent.change(screen.getByLabelText(/^Price \(DKK\)/u), { target: { value: 'nine' } })
  await user.click(screen.getByRole('button', { name: 'Run the simulation' }))

  expect(await screen.findByText('Write an amount with at most two decimals.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/^Price \(DKK\)/u).value).toBe('nine')
})

test('costs stay out for those who may not see them', { timeout: SLOW }, async () => {
  const hidden = { cost: null, profit: null, margin: null }
  const { today, draft } = simulation
  const bare = { ...simulation, today: { ...today, ...hidden }, draft: { ...draft, ...hidden } }
  server.use(answer(simulateAgreement, bare))
  showDesk(stored)
  await user.click(await screen.findByRole('button', { name: 'Run the simulation' }))

  expect(await screen.findByText('We earn')).toBeTruthy()
  expect(screen.queryByText('Profit')).toBeNull()
  expect(screen.queryByText('The draft loses money from')).toBeNull()
})

test('without a customer it asks for one', async () => {
  showDesk('/simulator', finance)

  expect(await screen.findByText('Choose a customer to begin.')).toBeTruthy()
})
