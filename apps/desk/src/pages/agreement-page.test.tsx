import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listAgreementLog } from '@timedesk/contracts/agreement-log'
import { getAgreement, updateAgreement } from '@timedesk/contracts/agreements'
import { changeSubscriptionPrice, indexPrice, previewIndexation } from '@timedesk/contracts/subscription-prices'
import { listSubscriptionLines, listSubscriptionPeriods } from '@timedesk/contracts/subscriptions'
import { terminateAgreement } from '@timedesk/contracts/terminations'
import { listTimeEntries } from '@timedesk/contracts/time'
import { getPoolStatement, listPoolLedger, listVouchers } from '@timedesk/contracts/vouchers'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, mette, pageOf } from '../test/build.ts'
import { coverIds, draw, line, money, period, subscription, voucher, voucherAgreement } from '../test/cover-cast.ts'
import { groundAnswers } from '../test/ground.ts'
import { agreement, entry } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 40_000
const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

beforeEach(() => {
  asked.mockClear()
  server.use(
    ...groundAnswers,
    answer(getAgreement, agreement),
    answer(listTimeEntries, pageOf(entry)),
    answer(listVouchers, pageOf(voucher)),
    answer(listSubscriptionLines, { data: [line] }),
    answer(listSubscriptionPeriods, pageOf(period)),
    answer(listAgreementLog, pageOf()),
  )
})

test('a voucher agreement shows what is left, its vouchers and its terms', { timeout: SLOW }, async () => {
  const warnings = [
    { kind: 'expiry', facts: { pool: 'V-12', expiresOn: '2026-12-31', available: '2:45' }, at: draw.at },
  ]
  server.use(answer(getAgreement, { ...voucherAgreement, warnings }))
  showDesk(`/agreements/${coverIds.voucherAgreement}`, finance)

  expect(await screen.findByRole('heading', { level: 1, name: /Ten hours ahead/u })).toBeTruthy()
  expect(await screen.findByRole('link', { name: 'V-12' })).toBeTruthy()
  expect(screen.getByRole('meter', { name: 'Left of Ten hours ahead' }).getAttribute('aria-valuetext')).toBe(
    '2:45 of 10:00\u00a0h left',
  )
  expect(screen.getByText(/Waits until somebody accepts it, .*1,100\.00 an hour/u)).toBeTruthy()
  expect(screen.getByText('V-12 expires on 31 Dec 2026 with 2:45 left')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Sell a voucher' })).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('a subscription shows plan, periods and the ledger of a quota', { timeout: SLOW }, async () => {
  const statement = { asOf: '2026-03-02', balance: 120, liability: money('0.00'), recognised: money('0.00') }
  server.use(
    answer(getAgreement, subscription),
    answer(listPoolLedger, pageOf({ ...draw, units: -60, balanceAfter: 120 })),
    answer(getPoolStatement, { ...statement, credited: money('0.00') }),
  )
  showDesk(`/agreements/${coverIds.subscription}`, finance)

  expect(await screen.findByText('Includes 5:00 h, unused stays for 1 period, 5:00 h at most')).toBeTruthy()
  expect(await screen.findByText('19 of 28 days')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Ledger of 10 Feb 2026 – 28 Feb 2026' }))
  expect(await screen.findByText('-1:00')).toBeTruthy()
})

test('time spent shows the time under it and its log', { timeout: SLOW }, async () => {
  const author = { kind: 'employee', ...mette } as const
  const event = { type: 'agreement.created', name: 'Support by the hour' } as const
  server.use(answer(listAgreementLog, pageOf({ kind: 'event' as const, id: ids.message, at: draw.at, author, event })))
  showDesk(`/agreements/${agreement.id}`, finance)

  expect(await screen.findByRole('link', { name: '#1042 Cannot print invoices' })).toBeTruthy()
  await user.click(screen.getByRole('tab', { name: 'Log' }))
  expect(await screen.findByText(/created the agreement Support by the hour/u)).toBeTruthy()
})

test('notice is given with a reason, and a refusal keeps it', { timeout: SLOW }, async () => {
  server.use(refuse(terminateAgreement, 'notice_too_short'))
  showDesk(`/agreements/${agreement.id}`, finance)
  await user.click(await screen.findByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Give notice' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText(/^Reason/u), 'Moves abroad')
  await user.click(within(dialog).getByRole('button', { name: 'Give notice' }))

  expect(await within(dialog).findByText('The notice is too short. Choose a later day.')).toBeTruthy()
  expect(within(dialog).getByLabelText<HTMLInputElement>(/^Reason/u).value).toBe('Moves abroad')
  server.use(answer(terminateAgreement, agreement, ({ body }) => asked(body)))
  await user.click(within(dialog).getByRole('button', { name: 'Give notice' }))
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ reason: 'Moves abroad' }))
})

test('only what was edited is sent, and what is priced anew is said', { timeout: SLOW }, async () => {
  server.use(answer(updateAgreement, agreement, ({ body }) => asked(body)))
  const desk = showDesk(`/agreements/${agreement.id}/edit`, finance)
  fireEvent.change(await screen.findByLabelText(/^Heading/u), { target: { value: 'Support' } })
  expect(screen.getByText('Only words change: nothing is priced anew.')).toBeTruthy()
  fireEvent.change(screen.getByLabelText(/^Price for an hour/u), { target: { value: '980' } })
  expect(screen.getByText(/is covered and priced anew/u)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(desk.location?.pathname).toBe(`/agreements/${agreement.id}`))
  const price = { amount: '980', currency: 'DKK' }
  expect(asked).toHaveBeenCalledExactlyOnceWith({ heading: 'Support', ratePerHour: price })
})

test('a price is indexed only after one saw what it makes', { timeout: SLOW }, async () => {
  const preview = {
    oldPrice: money('4000.00'),
    newPrice: money('4120.00'),
    decidedBy: 'cap',
    earliest: '2026-04-02',
  } as const
  server.use(
    answer(getAgreement, subscription),
    answer(previewIndexation, preview),
    answer(indexPrice, line, ({ body }) => asked(body)),
  )
  showDesk(`/agreements/${coverIds.subscription}`, finance)
  await user.click(await screen.findByRole('button', { name: 'Actions for Service desk, 5 hours' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Index the price' }))
  const dialog = within(await screen.findByRole('dialog'))
  const write = (label: RegExp, place: number, text: string) =>
    fireEvent.change(dialog.getAllByLabelText(label)[place] ?? document.body, { target: { value: text } })
  write(/^Index then/u, 0, '110,0')
  write(/^of the month/u, 0, '2025-01')
  write(/^Index now/u, 0, '116.0')
  write(/^of the month/u, 1, '2026-01')
  write(/^Rises at most/u, 0, '3')
  await user.click(dialog.getByRole('button', { name: 'See what it makes' }))
  expect(await dialog.findByText('the cap')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Index from that day' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked).toHaveBeenCalledWith({
    ...{ indexBase: '110.0', indexBaseMonth: '2025-01', indexNow: '116.0', indexNowMonth: '2026-01' },
    ...{ cap: '3', floor: null, threshold: null, validFrom: '2026-04-02' },
  })
})

test('a higher quantity goes without the price that stayed', { timeout: SLOW }, async () => {
  server.use(
    answer(getAgreement, subscription),
    answer(changeSubscriptionPrice, line, ({ body }) => asked(body)),
  )
  showDesk(`/agreements/${coverIds.subscription}`, finance)
  await user.click(await screen.findByRole('button', { name: 'Actions for Service desk, 5 hours' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Change the price' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText(/^From/u), { target: { value: '2026-03-15' } })
  fireEvent.change(dialog.getByLabelText(/^Quantity/u), { target: { value: '3' } })
  fireEvent.change(dialog.getByLabelText(/^Reason/u), { target: { value: 'Two more sites' } })
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked).toHaveBeenCalledWith({ validFrom: '2026-03-15', quantity: 3, reason: 'Two more sites' })
})

test.for([
  ['not_found', 'Nothing here'],
  ['permission_denied', 'You may not see this'],
] as const)('an agreement that is refused by %s says so', async ([code, title]) => {
  server.use(refuse(getAgreement, code))
  showDesk(`/agreements/${agreement.id}`, finance)

  expect(await screen.findByRole('heading', { name: title })).toBeTruthy()
})

test('who may only read an agreement sees no deeds', async () => {
  const can = { edit: false, sellVoucher: false, addLine: false, terminate: false }
  server.use(answer(getAgreement, { ...agreement, can }))
  showDesk(`/agreements/${agreement.id}`)

  expect(await screen.findByRole('heading', { level: 1, name: /Support by the hour/u })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'More' })).toBeNull()
})
