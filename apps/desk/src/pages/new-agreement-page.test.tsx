import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createAgreement, getAgreement } from '@timedesk/contracts/agreements'
import { addSubscriptionLine, listSubscriptionLines, listSubscriptionPeriods } from '@timedesk/contracts/subscriptions'
import { listTimeEntries } from '@timedesk/contracts/time'
import { listVouchers, sellVoucher } from '@timedesk/contracts/vouchers'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { coverIds, line, subscription, voucher, voucherAgreement } from '../test/cover-cast.ts'
import { groundAnswers } from '../test/ground.ts'
import { agreement } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 40_000
const finance = { me: buildMe('finance') }
const address = `/agreements/new?customer=${ids.customer}`
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()
const plain = {
  ...{ customerId: ids.customer, terms: '', validTo: null, isBillable: true, rateCardId: null, incrementMinutes: 15 },
  ...{ minimumMinutes: 15, roundingScope: 'entry', afterHours: { policy: 'none' }, scope: [], overagePolicy: 'bill' },
  ...{ overageRate: null, thresholds: [80, 95], termMonths: null, renewal: 'none', noticeDays: 0 },
  ...{ creditsUnused: false, ownerId: null, poNumber: '', validFrom: '2026-03-01' },
}

beforeEach(() => {
  asked.mockClear()
  server.use(
    ...groundAnswers,
    answer(getAgreement, agreement),
    answer(listTimeEntries, pageOf()),
    answer(listVouchers, pageOf()),
    answer(listSubscriptionLines, { data: [] }),
    answer(listSubscriptionPeriods, pageOf()),
  )
})

/** At once rather than letter by letter, which a form of this size takes long for here. */
function write(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } })
}

async function fill(label: string | RegExp, text: string): Promise<void> {
  write(await screen.findByLabelText(label), text)
}

async function fillBasics(heading: string): Promise<void> {
  await fill(/^Heading/u, heading)
  const basics = within(screen.getByRole('region', { name: 'Basics' }))
  write(basics.getByLabelText(/^From/u), '2026-03-01')
}

test('time spent goes with exactly what was written, and leads to the agreement', { timeout: SLOW }, async () => {
  server.use(answer(createAgreement, agreement, ({ body }) => asked(body)))
  const desk = showDesk(address, finance)
  await fillBasics('Support by the hour')
  await fill(/^Price for an hour/u, '950,50')
  await user.click(screen.getByRole('radio', { name: 'A case’s day' }))
  expect(await screen.findByText(/22 min → 30 min → .*475\.25/u)).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])

  await user.click(screen.getByRole('button', { name: 'Create and activate' }))

  await waitFor(() => expect(desk.location?.pathname).toBe(`/agreements/${agreement.id}`))
  const spent = { settlement: 'time_spent', ratePerHour: { amount: '950.50', currency: 'DKK' }, state: 'active' }
  expect(asked).toHaveBeenCalledExactlyOnceWith({
    ...{ ...plain, ...spent, heading: 'Support by the hour' },
    roundingScope: 'case_day',
  })
})

test('a voucher that is refused keeps its draft and makes no second agreement', { timeout: SLOW }, async () => {
  const sold = vi.fn<(body: unknown) => void>()
  server.use(
    answer(createAgreement, voucherAgreement, ({ body }) => asked(body)),
    refuse(sellVoucher, 'invalid_money', [
      { pointer: '/body/price/amount', code: 'invalid_money', message: 'Is more than a price can be.' },
    ]),
  )
  const desk = showDesk(address, finance)
  await user.click(await screen.findByRole('radio', { name: 'Voucher' }))
  await fillBasics('Ten hours ahead')
  await fill('Hours *', '10')
  await fill('Price (DKK) *', '9000')
  expect(await screen.findByText(/an hour costs .*900\.00/u)).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'Waits until somebody accepts it' }))
  await user.click(screen.getByRole('button', { name: 'Create and activate' }))

  expect(await screen.findByText('Ten hours ahead is created, but not all that belongs to it')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Price (DKK) *').value).toBe('9000')
  expect(screen.getByText('Write an amount with at most two decimals.')).toBeTruthy()
  server.use(
    answer(sellVoucher, voucher, ({ body }) => sold(body)),
    answer(getAgreement, voucherAgreement),
  )
  await user.click(screen.getByRole('button', { name: 'Go on' }))

  await waitFor(() => expect(desk.location?.pathname).toBe(`/agreements/${coverIds.voucherAgreement}`))
  const prepaid = { settlement: 'voucher', state: 'active', ratePerHour: null, heading: 'Ten hours ahead' }
  expect(asked).toHaveBeenCalledExactlyOnceWith({ ...plain, ...prepaid, overagePolicy: 'approve' })
  expect(sold).toHaveBeenCalledExactlyOnceWith({
    ...{ unit: 'minutes', quantity: 600, price: { amount: '9000', currency: 'DKK' }, expiresOn: null },
    ...{ activateOn: 'sale', vatTiming: 'sale', remarks: '' },
  })
})

test('a subscription is made with its plan', { timeout: SLOW }, async () => {
  const added = vi.fn<(body: unknown) => void>()
  server.use(
    answer(createAgreement, subscription, ({ body }) => asked(body)),
    answer(addSubscriptionLine, line, ({ body }) => added(body)),
    answer(getAgreement, subscription),
  )
  showDesk(address, finance)
  await user.click(await screen.findByRole('radio', { name: 'Subscription' }))
  await fillBasics('Service desk')
  const plan = screen.getByRole('group', { name: 'Line 1' })
  write(within(plan).getByLabelText(/^Text on the invoice/u), 'Service desk, 5 hours')
  write(within(plan).getByLabelText(/^Price of one/u), '4000')
  await user.click(within(plan).getByRole('radio', { name: 'Hours' }))
  write(within(plan).getByLabelText(/^Hours in each period/u), '5')
  expect(await screen.findByText(/5:00 h every month; an hour of them costs .*800\.00/u)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Create and activate' }))

  await screen.findByRole('heading', { level: 1, name: /Service desk/u })
  expect(asked).toHaveBeenCalledOnce()
  expect(added).toHaveBeenCalledExactlyOnceWith({
    ...{ description: 'Service desk, 5 hours', period: 'month', timing: 'advance', leadDays: 0, position: 0 },
    ...{ alignsToCalendar: true, prorates: true, quantity: 1, unitPrice: { amount: '4000', currency: 'DKK' } },
    quota: { unit: 'minutes', units: 300, rolloverPeriods: 0, rolloverMax: null },
  })
})

test('a draft of a voucher agreement sells nothing', { timeout: SLOW }, async () => {
  server.use(answer(createAgreement, { ...voucherAgreement, state: 'draft' }, ({ body }) => asked(body)))
  const desk = showDesk(address, finance)
  await user.click(await screen.findByRole('radio', { name: 'Voucher' }))
  await fillBasics('Ten hours ahead')
  await user.click(screen.getByRole('button', { name: 'Save as draft' }))

  await waitFor(() => expect(desk.location?.pathname).toBe(`/agreements/${coverIds.voucherAgreement}`))
  expect(asked).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ state: 'draft', settlement: 'voucher' }))
})

test('a refused agreement says why and keeps what was written', { timeout: SLOW }, async () => {
  server.use(refuse(createAgreement, 'agreement_exists'))
  showDesk(address, { ...finance, language: 'da' })
  await fill(/^Overskrift/u, 'Endnu en')
  await user.click(screen.getByRole('button', { name: 'Opret, og aktivér' }))

  expect(await screen.findByText('Kunden har allerede en aktiv aftale af denne slags.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/^Overskrift/u).value).toBe('Endnu en')
})

test('who may not write agreements is told so', async () => {
  showDesk(address)

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})
