import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCostRates, setCostRate } from '@timedesk/contracts/cost-rates'
import {
  listPriceClasses,
  listRateCards,
  updatePriceClass,
  updateRateCard,
  type PriceClass,
  type RateCard,
} from '@timedesk/contracts/pricing'
import { listServiceCalendars, type ServiceCalendar } from '@timedesk/contracts/service-calendars'
import { listActivityTypes, updateActivityType } from '@timedesk/contracts/settings'
import { listEmployees } from '@timedesk/contracts/staff'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildActivityType, buildMe, ids, pageOf } from '../test/build.ts'
import { employee } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'
import { kroner } from '../test/time-cast.ts'

const administrator = { me: buildMe('administrator') }
const senior: PriceClass = {
  ...{ id: ids.open, name: 'Senior', ratePerHour: kroner('1250.00'), drawFactor: '1.5' },
  ...{ position: 1, isActive: true, version: 2 },
}
const card: RateCard = {
  ...{ id: ids.solved, name: 'Consultants 2026', currency: 'DKK', agreements: 3, isActive: true, version: 2 },
  rows: [
    {
      priceClass: { id: senior.id, name: 'Senior' },
      activityType: null,
      validFrom: '2026-01-01',
      ratePerHour: kroner('1250.00'),
    },
  ],
}
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '16:00' }))
const calendar: ServiceCalendar = {
  ...{ id: ids.waiting, name: 'Weekdays', agreements: 2, isActive: true, version: 2 },
  ...{ timeZone: null, holidaySet: 'none', policies: 0, isUsed: true },
  spans: weekdays,
  hours: [{ validFrom: '1900-01-01', holidaySet: 'none', spans: weekdays }],
  holidays: [{ day: '2026-04-03', name: 'Good Friday' }],
}

test.for([
  ['/settings/price-classes', answer(listPriceClasses, { data: [senior] }), /1,250\.00 per hour/u],
  ['/rate-cards', answer(listRateCards, { data: [card] }), '3 agreements'],
  ['/settings/service-calendars', answer(listServiceCalendars, { data: [calendar] }), 'Mon–Fri 08:00–16:00'],
] as const)('%s shows what there is and breaks no rule of accessibility', async ([address, handler, text]) => {
  showDesk(address, administrator)
  server.use(handler)

  expect(await screen.findByText(text)).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test.for([
  ['/settings/price-classes', listPriceClasses],
  ['/rate-cards', listRateCards],
  ['/settings/service-calendars', listServiceCalendars],
] as const)('%s says when it is refused', async ([address, route]) => {
  showDesk(address, administrator)
  server.use(refuse(route, 'permission_denied'))

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})

test('a price class takes a comma as well as a point', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  showDesk('/settings/price-classes', administrator)
  server.use(
    answer(listPriceClasses, { data: [senior] }),
    answer(updatePriceClass, senior, ({ body }) => onRequest(body)),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Edit Senior' }))
  const factor = await screen.findByRole('textbox', { name: 'Voucher minutes' })
  await userEvent.clear(factor)
  await userEvent.type(factor, '1,25')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(onRequest).toHaveBeenCalledExactlyOnceWith({ drawFactor: '1.25' }))
})

test('a rate card gets another price from a later day on', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  showDesk('/rate-cards', administrator)
  server.use(
    answer(listPriceClasses, { data: [senior] }),
    answer(listRateCards, { data: [card] }),
    answer(updateRateCard, card, ({ body }) => onRequest(body)),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Edit Consultants 2026' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add a price' }))
  const row = within(dialog).getByRole('group', { name: 'Prices 2' })
  await userEvent.clear(within(row).getByLabelText('From'))
  await userEvent.type(within(row).getByLabelText('From'), '2026-07-01')
  await userEvent.type(within(row).getByRole('textbox', { name: 'Price for an hour' }), '1300')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))

  const price = { priceClassId: senior.id, activityTypeId: null }
  await waitFor(() =>
    expect(onRequest).toHaveBeenCalledExactlyOnceWith({
      rows: [
        { ...price, validFrom: '2026-01-01', ratePerHour: kroner('1250.00') },
        { ...price, validFrom: '2026-07-01', ratePerHour: kroner('1300') },
      ],
    }),
  )
})

test('an activity gets a fixed price and a minimum', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  showDesk('/settings/activity-types', administrator)
  server.use(
    answer(listActivityTypes, { data: [buildActivityType()] }),
    answer(updateActivityType, buildActivityType(), ({ body }) => onRequest(body)),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Edit Remote support' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Fixed price for an hour' }), '1500')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(onRequest).toHaveBeenCalledExactlyOnceWith({ fixedRate: kroner('1500') }))
})

test('who may see costs sees them, and who may not has no button for them', async () => {
  showDesk('/people', { me: buildMe('finance') })
  server.use(
    answer(listEmployees, pageOf(employee)),
    answer(listCostRates, { data: [{ validFrom: '2026-01-01', ratePerHour: kroner('410.00') }] }),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Cost of Mette Holm' }))
  const dialog = await screen.findByRole('dialog')

  expect(await within(dialog).findByText(/410\.00 per hour/u)).toBeTruthy()
  expect(within(dialog).queryByRole('button', { name: 'Set' })).toBeNull()
})

test('a manager sets a cost from a day on', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  showDesk('/people', { me: buildMe('manager') })
  server.use(
    answer(listEmployees, pageOf(employee)),
    answer(listCostRates, { data: [] }),
    answer(setCostRate, { data: [] }, ({ body }) => onRequest(body)),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Cost of Mette Holm' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Cost for an hour' }), '425,50')
  await userEvent.click(screen.getByRole('button', { name: 'Set' }))

  await waitFor(() => expect(onRequest).toHaveBeenCalledExactlyOnceWith({ ratePerHour: kroner('425.50') }))
})
