import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  activateVoucher,
  adjustVoucher,
  cancelVoucher,
  extendVoucher,
  getPoolStatement,
  getVoucher,
  listPoolLedger,
  listVouchers,
  transferVoucher,
} from '@timedesk/contracts/vouchers'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { coverIds, draw, money, otherVoucher, voucher } from '../test/cover-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 30_000
const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()
const statement = {
  ...{ asOf: '2026-03-02', balance: 165, liability: money('2475.00') },
  ...{ recognised: money('6525.00'), credited: money('0.00') },
}

beforeEach(() => {
  asked.mockClear()
  server.use(
    answer(getVoucher, voucher),
    answer(listVouchers, pageOf(voucher, otherVoucher)),
    answer(listPoolLedger, pageOf(draw)),
    answer(getPoolStatement, statement),
  )
})

async function openDialog(deed: string) {
  await user.click(await screen.findByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: deed }))
  return within(await screen.findByRole('dialog'))
}

function write(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } })
}

test('a voucher shows its balance, forecast, money and ledger', { timeout: SLOW }, async () => {
  showDesk('/vouchers/12', finance)

  expect(await screen.findByText('2:45 of 10:00 h left')).toBeTruthy()
  expect(screen.getByText('At 0:45 h a week it runs out on 14 May 2026.')).toBeTruthy()
  expect(await screen.findByText('worked 27 Feb 2026')).toBeTruthy()
  expect(screen.getByText('-0:30')).toBeTruthy()
  expect(screen.getByText('0:30 of Mette Holm')).toBeTruthy()
  expect(await screen.findAllByText('2:45 h')).not.toEqual([])
  expect(await axeViolations(document.body)).toEqual([])
})

test('the statement is asked for any day', { timeout: SLOW }, async () => {
  const days: (string | null)[] = []
  server.use(answer(getPoolStatement, { ...statement, balance: 90 }, ({ query }) => days.push(query.get('asOf'))))
  showDesk('/vouchers/12', finance)
  write(await screen.findByLabelText('At the end of'), '2026-01-31')

  await waitFor(() => expect(days).toContain('2026-01-31'))
  expect(await screen.findByText('1:30 h')).toBeTruthy()
})

test('an adjustment says what it leaves, and a refusal keeps the draft', { timeout: SLOW }, async () => {
  server.use(refuse(adjustVoucher, 'balance_too_low'))
  showDesk('/vouchers/12', finance)
  const dialog = await openDialog('Adjust')
  await user.click(dialog.getByRole('radio', { name: 'Take away' }))
  write(dialog.getByLabelText(/^Hours/u), '1:30')
  write(dialog.getByLabelText(/^Reason/u), 'Counted twice')
  expect(dialog.getByText(/1:15 h are left instead of 2:45 h\. The price stays: .*2,475\.00/u)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Adjust' }))

  expect(await dialog.findByText('Too few units are left on the voucher.')).toBeTruthy()
  expect(dialog.getByLabelText<HTMLInputElement>(/^Hours/u).value).toBe('1:30')
  server.use(answer(adjustVoucher, voucher, ({ body }) => asked(body)))
  await user.click(dialog.getByRole('button', { name: 'Adjust' }))
  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked).toHaveBeenCalledWith({ units: -90, reason: 'Counted twice', approverId: ids.mette })
})

test('a transfer says what either voucher has then, to the øre', { timeout: SLOW }, async () => {
  server.use(answer(transferVoucher, voucher, ({ body }) => asked(body)))
  showDesk('/vouchers/12', finance)
  const dialog = await openDialog('Transfer')
  await user.click(dialog.getByRole('combobox', { name: /^To/u }))
  await user.click(await screen.findByRole('option', { name: 'V-13 · Ten hours ahead' }))
  write(dialog.getByLabelText(/^Hours/u), '1')
  write(dialog.getByLabelText(/^Reason/u), 'Two accounts')
  expect(dialog.getByText(/V-12 keeps 1:45 h; V-13 has 5:00 h then\. .*900\.00 owed/u)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Transfer' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked).toHaveBeenCalledWith({ toVoucherId: coverIds.otherVoucher, units: 60, reason: 'Two accounts' })
})

test('an extension brings back what expired', { timeout: SLOW }, async () => {
  const expired = { ...voucher, state: 'expired', available: 0, expired: 165 } as const
  server.use(
    answer(getVoucher, expired),
    answer(extendVoucher, voucher, ({ body }) => asked(body)),
  )
  showDesk('/vouchers/12', finance)
  const dialog = await openDialog('Extend')
  expect(dialog.getByText('2:45 h that expired come back, with what was earned by it.')).toBeTruthy()
  write(dialog.getByLabelText(/^New last day/u), '2027-06-30')
  write(dialog.getByLabelText(/^Reason/u), 'Agreed by phone')
  await user.click(dialog.getByRole('button', { name: 'Extend' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked).toHaveBeenCalledWith({ expiresOn: '2027-06-30', reason: 'Agreed by phone' })
})

test('a cancellation says what is credited', { timeout: SLOW }, async () => {
  server.use(answer(cancelVoucher, voucher, ({ body }) => asked(body)))
  showDesk('/vouchers/12', finance)
  const dialog = await openDialog('Cancel the voucher')
  expect(dialog.getByText(/2:45 h that are left are credited with .*2,475\.00/u)).toBeTruthy()
  write(dialog.getByLabelText(/^Reason/u), 'Bought by mistake')
  await user.click(dialog.getByRole('button', { name: 'Cancel the voucher' }))

  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ reason: 'Bought by mistake' }))
})

test('an ordered voucher is activated after a question', { timeout: SLOW }, async () => {
  const can = { activate: true, adjust: false, transfer: false, extend: false, cancel: false }
  server.use(
    answer(getVoucher, { ...voucher, state: 'ordered', can }),
    answer(activateVoucher, voucher, () => asked('')),
  )
  showDesk('/vouchers/12', { ...finance, language: 'da' })
  await user.click(await screen.findByRole('button', { name: 'Aktivér' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Aktivér V-12?' }))
  await user.click(dialog.getByRole('button', { name: 'Aktivér' }))

  expect(await screen.findByText('V-12 er aktivt.')).toBeTruthy()
  expect(asked).toHaveBeenCalledOnce()
})

test('who may not move vouchers sees them without the deeds', async () => {
  const can = { activate: false, adjust: false, transfer: false, extend: false, cancel: false }
  server.use(answer(getVoucher, { ...voucher, can }))
  showDesk('/vouchers/12')

  expect(await screen.findByText('2:45 of 10:00 h left')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'More' })).toBeNull()
})

test('nearly empty and expiring vouchers are found among the active ones', async () => {
  const nearly = { ...voucher, available: 60 }
  server.use(answer(listVouchers, pageOf(nearly, { ...otherVoucher, expiresOn: null })))
  showDesk('/vouchers?show=nearly_empty')

  expect(await screen.findByRole('link', { name: 'V-12' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'V-13' })).toBeNull()
})

test('a voucher that is not there says so', async () => {
  server.use(refuse(getVoucher, 'not_found'))
  showDesk('/vouchers/99')

  expect(await screen.findByRole('heading', { name: 'Nothing here' })).toBeTruthy()
})
