import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  createCalendarOutlook,
  listServiceCalendars,
  removeCalendarHours,
  updateServiceCalendar,
} from '@timedesk/contracts/service-calendars'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe } from '../test/build.ts'
import { weekdayCalendar } from '../test/service-level-cast.ts'
import { showDesk } from '../test/show.tsx'

const administrator = { me: buildMe('administrator') }
const address = `/settings/service-calendars/${weekdayCalendar.id}`
const outlook = {
  timeZone: 'Europe/Copenhagen',
  days: [
    {
      ...{ day: '2026-04-02', openMinutes: 0, spans: [] },
      holiday: { key: 'maundy_thursday', name: 'Maundy Thursday' },
    },
  ],
  holidays: [{ day: '2026-06-05', key: null, name: 'Grundlovsdag' }],
}

function showCalendar(calendar = weekdayCalendar) {
  showDesk(address, administrator)
  server.use(answer(listServiceCalendars, { data: [calendar] }), answer(createCalendarOutlook, outlook))
}

test('a calendar gets many holidays at once, and shows when it would be open', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  showCalendar()
  server.use(answer(updateServiceCalendar, weekdayCalendar, ({ body }) => onRequest(body)))
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Add holidays' }),
    '2026-12-25 Christmas Day{Enter}1.1.2026 New Year{Enter}soon',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  expect(screen.getByText(/1 line could not be read/u)).toBeTruthy()
  expect(await screen.findByText('Maundy Thursday')).toBeTruthy()
  expect(screen.getByText('Grundlovsdag')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() =>
    expect(onRequest).toHaveBeenCalledExactlyOnceWith({
      holidays: [
        { day: '2026-01-01', name: 'New Year' },
        { day: '2026-04-03', name: 'Good Friday' },
        { day: '2026-12-25', name: 'Christmas Day' },
      ],
    }),
  )
})

test('other hours count from a day, and one that has passed is refused at its field', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  showCalendar()
  server.use(
    refuse(updateServiceCalendar, 'calendar_past', [
      { pointer: '/body/validFrom', code: 'calendar_past', message: 'That day has passed.' },
    ]),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Remove 08:00–16:00 on Friday' }))
  const from = screen.getByLabelText('These hours count from')
  await userEvent.clear(from)
  await userEvent.type(from, '2026-01-05')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('That day has passed.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('These hours count from').value).toBe('2026-01-05')

  server.use(answer(updateServiceCalendar, weekdayCalendar, ({ body }) => onRequest(body)))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(onRequest).toHaveBeenCalledExactlyOnceWith({
      spans: weekdayCalendar.spans.slice(0, 4),
      validFrom: '2026-01-05',
    }),
  )
})

test('hours that have not begun can be taken back, those of today not', async () => {
  const onRequest = vi.fn<() => void>()
  const coming = { validFrom: '2999-01-01', spans: [], holidaySet: 'denmark' as const }
  showCalendar({ ...weekdayCalendar, hours: [...weekdayCalendar.hours, coming] })
  server.use(answer(removeCalendarHours, weekdayCalendar, onRequest))
  const history = (await screen.findByRole('heading', { name: 'Hours by day' })).closest('section')
  if (history === null) throw new Error('The history has no section')
  expect(within(history).getByText('Today')).toBeTruthy()
  await userEvent.click(within(history).getByRole('button', { name: 'Take back' }))
  await waitFor(() => expect(onRequest).toHaveBeenCalledOnce())
})
