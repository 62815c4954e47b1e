import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listServiceCalendars } from '@timedesk/contracts/service-calendars'
import { getServiceLevels, listServiceLevelCases } from '@timedesk/contracts/service-levels'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'

import { answer, server } from '../test/answers.ts'
import { buildMe, pageOf } from '../test/build.ts'
import { serviceLevelAnswer, serviceLevelCase, weekdayCalendar } from '../test/service-level-cast.ts'
import { showDesk } from '../test/show.tsx'

const quarter = 'from=2026-01-01&to=2026-03-31'

function showReport(role: 'lead' | 'manager', asked: (query: URLSearchParams) => void = () => undefined) {
  server.use(
    answer(listServiceCalendars, { data: [weekdayCalendar] }),
    answer(getServiceLevels, serviceLevelAnswer, ({ query }) => asked(query)),
  )
  return showDesk(`/reports/service-levels?${quarter}`, { me: buildMe(role) })
}

test('times and promises stand by priority, those without stand quietly, and all are summed', async () => {
  showReport('manager')
  const table = await screen.findByRole('table', { name: 'Cases' })
  const rows = within(table).getAllByRole('row')
  expect(rows[1]?.textContent).toContain('High120')
  expect(rows[1]?.textContent).toContain('93.22 % (110 of 118)')
  expect(rows[2]?.textContent).toContain('Without1')
  expect(rows.at(-1)?.textContent).toContain('In all')
  expect(screen.getByRole('link', { name: 'Profit' })).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('who leads sees this report and no money', async () => {
  showReport('lead')
  await screen.findByRole('table', { name: 'Cases' })
  expect(screen.queryByRole('link', { name: 'Profit' })).toBeNull()
})

test('it is measured in the hours of a calendar, by another dimension, and a field has to be chosen first', async () => {
  const asked: string[] = []
  showReport('manager', (query) => asked.push(query.toString()))
  await userEvent.click(await screen.findByRole('combobox', { name: 'Measured' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Weekdays' }))
  await userEvent.click(screen.getByRole('combobox', { name: 'By' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Month' }))
  await screen.findByRole('columnheader', { name: 'Month' })
  expect(asked.at(-1)).toContain(`calendarId=${weekdayCalendar.id}`)
  expect(asked.at(-1)).toContain('by=month')

  const before = asked.length
  await userEvent.click(screen.getByRole('combobox', { name: 'By' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Field' }))
  expect(await screen.findByRole('combobox', { name: 'Which field' })).toBeTruthy()
  expect(asked).toHaveLength(before)
})

test('a row opens its cases, which say how each was', async () => {
  const asked: string[] = []
  showReport('manager')
  server.use(
    answer(listServiceLevelCases, { ...pageOf(serviceLevelCase), calendar: null }, ({ query }) =>
      asked.push(query.toString()),
    ),
  )
  await userEvent.click(await screen.findByRole('link', { name: 'High' }))
  const row = await screen.findByRole('row', { name: /#1042 Cannot print invoices/u })
  expect(row.textContent).toContain('kept')
  expect(row.textContent).toContain('missed by a deadline set by hand')
  expect(asked[0]).toContain('key=')
  expect(await axeViolations(document.body)).toEqual([])
  await userEvent.click(screen.getByRole('link', { name: 'All rows' }))
  expect(await screen.findByRole('link', { name: 'High' })).toBeTruthy()
})
