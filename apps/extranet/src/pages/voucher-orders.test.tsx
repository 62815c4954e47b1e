import { extranetGetAgreement, extranetListStatement } from '@timedesk/contracts/extranet-agreements'
import { extranetListVoucherOrders, extranetOrderVoucher } from '@timedesk/contracts/voucher-orders'
import { screen, within } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { agreementIds, buildAgreement } from '../test/build-agreement.ts'
import { buildOrder, invoiceIds, kroner } from '../test/build-invoice.ts'
import { buildMe, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

const address = `/agreements/${agreementIds.voucher}`
const tenHours = { unit: 'minutes', quantity: 600, price: kroner('9000.00') } as const
const declined = buildOrder({ id: invoiceIds.other, state: 'declined', reason: 'The price has changed.' })
const accepted = buildOrder({
  id: invoiceIds.line,
  state: 'accepted',
  message: 'PO-77',
  voucher: { id: agreementIds.pool, name: 'V-12' },
})

beforeEach(() => {
  server.use(answer(extranetGetAgreement, buildAgreement()), answer(extranetListStatement, pageOf()))
})

async function rowsOfOrders(name = 'Your orders'): Promise<string[]> {
  const rows = within(await screen.findByRole('table', { name })).getAllByRole('row')
  return rows.slice(1).map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))
}

test('a manager orders a further voucher after seeing its price once more', async () => {
  const bodies: unknown[] = []
  server.use(answer(extranetListVoucherOrders, { data: [], offers: [tenHours] }))
  const { container, user } = show(address, buildMe('manager'))

  await user.click(await screen.findByRole('button', { name: /^Order 10:00 hours for kr.9,000\.00$/u }))
  const dialog = await screen.findByRole('dialog', { name: 'Order 10:00 hours?' })
  expect(within(dialog).getByText(/9,000\.00 without VAT/u)).toBeTruthy()
  await user.type(within(dialog).getByLabelText('Message'), 'PO-77')
  expect(await axeViolations(dialog)).toEqual([])
  server.use(
    answer(extranetOrderVoucher, buildOrder(), ({ body }) => bodies.push(body)),
    answer(extranetListVoucherOrders, { data: [buildOrder()], offers: [tenHours] }),
  )
  await user.click(within(dialog).getByRole('button', { name: 'Send the order' }))

  expect(await rowsOfOrders()).toEqual(['10:00 hoursAnna Berg, 2 Mar 2026Waits for an answer–kr 9,000.00'])
  expect(bodies).toEqual([{ unit: 'minutes', quantity: 600, message: 'PO-77' }])
  expect(await axeViolations(container)).toEqual([])
})

test('a refused order says why and keeps the message', async () => {
  server.use(
    answer(extranetListVoucherOrders, { data: [], offers: [tenHours] }),
    refuse(extranetOrderVoucher, 'offer_unknown'),
  )
  const { user } = show(address, buildMe('manager'))
  await user.click(await screen.findByRole('button', { name: /^Order 10:00/u }))
  await user.type(await screen.findByLabelText('Message'), 'PO-77')
  await user.click(screen.getByRole('button', { name: 'Send the order' }))

  expect(await screen.findByText('That voucher is not offered any more. Choose another one.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Message').value).toBe('PO-77')
})

test('a bookkeeper reads what became of orders and orders nothing', async () => {
  server.use(answer(extranetListVoucherOrders, { data: [accepted, declined], offers: [tenHours] }))
  show(address, buildMe('bookkeeper', { language: 'da' }))

  expect(await rowsOfOrders('Jeres bestillinger')).toEqual([
    '10:00 timerAnna Berg, 2. mar. 2026 · PO-77AccepteretKlippekort V-129.000,00 kr.',
    '10:00 timerAnna Berg, 2. mar. 2026AfvistHvorfor: The price has changed.9.000,00 kr.',
  ])
  expect(screen.queryByRole('button', { name: /^Bestil/u })).toBeNull()
})

test('with nothing offered and nothing ordered, the part is left out', async () => {
  let asked = 0
  server.use(answer(extranetListVoucherOrders, { data: [], offers: [] }, () => (asked += 1)))
  show(address, buildMe('manager'))

  await screen.findByRole('heading', { name: 'Support voucher' })
  await expect.poll(() => asked).toBe(1)
  await expect.poll(() => screen.queryByRole('heading', { name: 'Order a voucher' })).toBeNull()
})

test('a paused agreement offers nothing', async () => {
  server.use(
    answer(extranetGetAgreement, buildAgreement({ state: 'suspended' })),
    answer(extranetListVoucherOrders, { data: [declined], offers: [tenHours] }),
  )
  show(address, buildMe('manager'))

  expect(await rowsOfOrders()).toHaveLength(1)
  expect(screen.queryByRole('button', { name: /^Order/u })).toBeNull()
})

test('when orders cannot be read, the agreement stands there all the same', async () => {
  server.use(refuse(extranetListVoucherOrders, 'unavailable'))
  show(address, buildMe('manager'))

  expect(await screen.findByText('We are not ready right now. Try again in a moment.')).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'What is left' })).toBeTruthy()
})
