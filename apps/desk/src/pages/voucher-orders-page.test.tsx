import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { acceptVoucherOrder, declineVoucherOrder, listVoucherOrders } from '@timedesk/contracts/voucher-orders'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, pageOf } from '../test/build.ts'
import { coverIds } from '../test/cover-cast.ts'
import { order } from '../test/report-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 30_000
const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const accepted = { ...order, state: 'accepted', voucher: { id: coverIds.voucher, name: 'V-12' } } as const

function write(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } })
}

test('an order is sold at another price, from a day on and until another', { timeout: SLOW }, async () => {
  const bodies: unknown[] = []
  server.use(
    answer(listVoucherOrders, pageOf(order)),
    answer(acceptVoucherOrder, accepted, ({ body }) => bodies.push(body)),
  )
  showDesk('/vouchers/orders', finance)

  expect(await screen.findByText('#3: 10:00 h')).toBeTruthy()
  expect(screen.getByText('PO-77')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Accept order 3' }))
  const dialog = within(await screen.findByRole('dialog', { name: /^Sell 10:00.h to Nordlys Energi$/u }))
  expect(dialog.getByLabelText<HTMLInputElement>(/^Price/u).value).toBe('9000.00')
  write(dialog.getByLabelText(/^Price/u), '8500,50')
  write(dialog.getByLabelText(/^Usable from/u), '2026-04-01')
  write(dialog.getByLabelText(/^Expires on/u), '2027-03-31')
  await user.click(dialog.getByRole('combobox', { name: 'Usable' }))
  await user.click(await screen.findByRole('option', { name: 'When it is paid' }))
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Sell the voucher' }))

  expect(await screen.findByText('The voucher is sold.')).toBeTruthy()
  expect(bodies).toEqual([
    {
      ...{ price: { amount: '8500.50', currency: 'DKK' }, validFrom: '2026-04-01', expiresOn: '2027-03-31' },
      activateOn: 'payment',
    },
  ])
})

test('a sale that is refused keeps what was written', { timeout: SLOW }, async () => {
  server.use(answer(listVoucherOrders, pageOf(order)), refuse(acceptVoucherOrder, 'agreement_state_refused'))
  showDesk('/vouchers/orders', finance)
  await user.click(await screen.findByRole('button', { name: 'Accept order 3' }))
  const dialog = within(await screen.findByRole('dialog'))
  write(dialog.getByLabelText(/^Price/u), '8500')
  await user.click(dialog.getByRole('button', { name: 'Sell the voucher' }))

  expect(await dialog.findByRole('alert')).toBeTruthy()
  expect(dialog.getByLabelText<HTMLInputElement>(/^Price/u).value).toBe('8500')
})

test('an order is declined with a reason', { timeout: SLOW }, async () => {
  const bodies: unknown[] = []
  server.use(
    answer(listVoucherOrders, pageOf(order)),
    answer(declineVoucherOrder, { ...order, state: 'declined' }, ({ body }) => bodies.push(body)),
  )
  showDesk('/vouchers/orders', { ...finance, language: 'da' })
  await user.click(await screen.findByRole('button', { name: 'Afvis bestilling 3' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('Anna Berg læser begrundelsen i extranettet.')).toBeTruthy()
  write(dialog.getByLabelText(/^Begrundelse/u), 'Prisen er ændret.')
  await user.click(dialog.getByRole('button', { name: 'Afvis' }))

  expect(await screen.findByText('Bestillingen er afvist.')).toBeTruthy()
  expect(bodies).toEqual([{ reason: 'Prisen er ændret.' }])
})

test('what was accepted leads to its voucher', { timeout: SLOW }, async () => {
  server.use(answer(listVoucherOrders, pageOf(accepted)))
  showDesk('/vouchers/orders?state=accepted', finance)

  expect((await screen.findByRole('link', { name: 'V-12' })).getAttribute('href')).toBe(`/vouchers/${coverIds.voucher}`)
  expect(screen.queryByRole('button', { name: /order 3$/u })).toBeNull()
  expect(await axeViolations(document.body)).toEqual([])
})

test('with no order, the page says what comes here', { timeout: SLOW }, async () => {
  server.use(answer(listVoucherOrders, pageOf()))
  showDesk('/vouchers/orders', finance)

  expect(await screen.findByRole('heading', { name: 'No order waits' })).toBeTruthy()
})

test('who sells nothing is offered no buttons', { timeout: SLOW }, async () => {
  server.use(answer(listVoucherOrders, pageOf(order)))
  showDesk('/vouchers/orders', { me: buildMe('agent') })

  expect(await screen.findByText('#3: 10:00 h')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /order 3$/u })).toBeNull()
})

test('a refused list says so', { timeout: SLOW }, async () => {
  server.use(refuse(listVoucherOrders, 'permission_denied'))
  showDesk('/vouchers/orders', finance)

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})
