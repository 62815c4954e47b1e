import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { previewTime } from '@timedesk/contracts/cover'
import { listProjects } from '@timedesk/contracts/projects'
import { registerTime, removeTimeEntry, updateTimeEntry } from '@timedesk/contracts/time'
import { decideWeek, getWeekSheet, submitWeek, type WeekSheet } from '@timedesk/contracts/week-sheets'
import { listCases } from '@timedesk/contracts/work-list'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, buildSummary, ids, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'
import { buildEntry, buildVerdict, buildWeek } from '../test/time-cast.ts'

const ADDRESS = '/time/week/2026-03-02'
const MONDAY_CELL = { row: '#1042 Cannot print invoices', column: 'Mon' }

beforeEach(() => {
  sessionStorage.clear()
  server.use(answer(previewTime, buildVerdict()))
})

function showWeek(sheet: WeekSheet = buildWeek({ entries: [buildEntry()] }), language: 'en' | 'da' = 'en') {
  server.use(answer(getWeekSheet, sheet))
  return showDesk(ADDRESS, { language })
}

/** The cell where a row and a day meet. */
async function cellOf({ row, column }: { row: string; column: string }): Promise<HTMLElement> {
  const grid = await screen.findByRole('grid')
  const index = within(grid)
    .getAllByRole('columnheader')
    .findIndex((head) => head.textContent.startsWith(column))
  const line = within(grid)
    .getByRole('rowheader', { name: new RegExp(row, 'u') })
    .closest('tr')
  const cell = line?.cells[index]
  if (cell === undefined) throw new Error(`No cell at ${row}, ${column}`)
  return cell
}

async function type(place: { row: string; column: string }, keys: string): Promise<void> {
  const cell = await cellOf(place)
  cell.focus()
  await userEvent.keyboard(keys)
}

test('the week shows rows, days and sums against the working time, and breaks no rule of accessibility', async () => {
  showWeek()

  expect((await cellOf(MONDAY_CELL)).textContent).toBe('0:22')
  expect((await cellOf({ row: 'Total', column: 'Mon' })).textContent).toContain('0:22 of 7:24')
  expect(screen.getByText('100% billable')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('the arrows move from cell to cell, and one cell alone is a tab stop', async () => {
  showWeek()
  await type(MONDAY_CELL, '{ArrowRight}{ArrowRight}{ArrowLeft}')

  expect(document.activeElement).toBe(await cellOf({ ...MONDAY_CELL, column: 'Tue' }))
  const stops = within(screen.getByRole('grid'))
    .getAllByRole('gridcell')
    .filter(({ tabIndex }) => tabIndex === 0)
  expect(stops).toEqual([document.activeElement])
})

test('typing into an empty cell registers at once, with the verdict beside it', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  server.use(answer(registerTime, buildEntry(), ({ body }) => onRequest(body)))
  showWeek()
  await type({ ...MONDAY_CELL, column: 'Tue' }, '22')
  expect(await screen.findByText('0:22 → 0:30 · V-12: 3:15 → 2:45 left · no overage')).toBeTruthy()
  await userEvent.keyboard('{Enter}')

  await waitFor(() => expect(onRequest).toHaveBeenCalledOnce())
  expect(onRequest).toHaveBeenCalledExactlyOnceWith({
    ...{ caseId: ids.case, minutes: 22, workDate: '2026-03-03', activityTypeId: ids.activity },
  })
})

test('Enter opens a cell for editing, and Escape leaves it as it was', async () => {
  const onRequest = vi.fn<() => void>()
  server.use(answer(updateTimeEntry, buildEntry(), onRequest))
  showWeek()
  await type(MONDAY_CELL, '{Enter}45{Escape}')

  expect((await cellOf(MONDAY_CELL)).textContent).toBe('0:22')
  expect(document.activeElement).toBe(await cellOf(MONDAY_CELL))
  expect(onRequest).not.toHaveBeenCalled()
})

test('a changed cell sends minutes alone', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  server.use(answer(updateTimeEntry, buildEntry({ minutes: 90 }), ({ body }) => onRequest(body)))
  showWeek()
  await type(MONDAY_CELL, '{Enter}1.5{Enter}')

  await waitFor(() => expect(onRequest).toHaveBeenCalledExactlyOnceWith({ minutes: 90 }))
})

test('Delete empties a cell, and it can be brought back with its texts', async () => {
  const onRegister = vi.fn<(body: unknown) => void>()
  server.use(
    answer(removeTimeEntry, null),
    answer(registerTime, buildEntry(), ({ body }) => onRegister(body)),
  )
  showWeek()
  await type(MONDAY_CELL, '{Delete}')
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))

  await waitFor(() => expect(onRegister).toHaveBeenCalledOnce())
  expect(onRegister.mock.calls[0]?.[0]).toMatchObject({ minutes: 22, customerText: 'Reset of the mail profile' })
})

test('a refusal shows what was there again, and keeps the text with the words why', async () => {
  server.use(refuse(updateTimeEntry, 'period_locked'))
  showWeek()
  await type(MONDAY_CELL, '{Enter}1:30{Enter}')

  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('“1:30”. The books are closed up to that day.')
  expect((await cellOf(MONDAY_CELL)).textContent).toContain('0:22')
  await userEvent.click(within(alert).getByRole('button', { name: 'Type again' }))
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^#1042/u }).value).toBe('1:30')
})

test('what cannot be read stays in the cell and says how to write it', async () => {
  showWeek()
  await type(MONDAY_CELL, '{Enter}1:75{Enter}')

  expect((await screen.findByRole('alert')).textContent).toBe('Write the time as 15, 1:30 or 1.5.')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^#1042/u }).value).toBe('1:75')
})

test('a closed week says why its cells are closed', async () => {
  const can = { register: false, submit: false, recall: true, approve: false, reject: false, reopen: false }
  const closed = buildEntry({ state: 'submitted', can: { edit: false, correct: true, decideOverage: false } })
  showWeek(buildWeek({ state: 'submitted', can, entries: [closed] }))
  await type(MONDAY_CELL, '45')

  const cell = await cellOf(MONDAY_CELL)
  expect(cell.getAttribute('aria-readonly')).toBe('true')
  expect(cell.textContent).toBe('0:22')
  const info = document.getElementById(cell.getAttribute('aria-describedby') ?? '')
  expect(info?.textContent).toContain('The week is submitted. Take it back to change it.')
})

test('a cell of several entries opens a list of them', async () => {
  const second = buildEntry({ id: ids.waiting, minutes: 30, customerText: 'Second call' })
  showWeek(buildWeek({ entries: [buildEntry(), second] }))
  expect((await cellOf(MONDAY_CELL)).textContent).toContain('0:52')
  await type(MONDAY_CELL, '{Enter}')

  const list = await screen.findByRole('list', { name: 'Entries' })
  expect(within(list).getByText(/Second call/u)).toBeTruthy()
  expect(within(list).getAllByRole('button', { name: 'Edit' })).toHaveLength(2)
})

test('a row is found by typing and gets the focus', async () => {
  server.use(
    answer(listCases, pageOf(buildSummary({ number: 1050, subject: 'Slow VPN', id: ids.waiting }))),
    answer(listProjects, pageOf()),
  )
  showWeek(buildWeek())
  await userEvent.type(await screen.findByRole('textbox', { name: 'Case, project or internal' }), 'vpn')
  await userEvent.click(await screen.findByRole('option', { name: /#1050 Slow VPN/u }))
  await userEvent.click(screen.getByRole('button', { name: 'Add row' }))

  expect(document.activeElement).toBe(await cellOf({ row: '#1050 Slow VPN', column: 'Mon' }))
})

test('the rows of last week are taken over without their time', async () => {
  showWeek(buildWeek())
  await screen.findByText('Nothing this week yet')
  server.use(answer(getWeekSheet, buildWeek({ monday: '2026-02-23', entries: [buildEntry()] })))
  await userEvent.click(screen.getByRole('button', { name: 'Copy last week’s rows' }))

  expect((await cellOf(MONDAY_CELL)).textContent).toBe('·')
})

test('] goes to the next week', async () => {
  const desk = showDesk(ADDRESS)
  server.use(answer(getWeekSheet, buildWeek()))
  await screen.findByText('Nothing this week yet')
  await userEvent.keyboard(']')

  await waitFor(() => expect(desk.location?.pathname).toBe('/time/week/2026-03-09'))
})

test('a week is submitted after asking', async () => {
  const onRequest = vi.fn<() => void>()
  server.use(answer(submitWeek, buildWeek({ state: 'submitted' }), onRequest))
  showWeek()
  await userEvent.click(await screen.findByRole('button', { name: 'Submit week' }))
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Submit week' }))

  await waitFor(() => expect(onRequest).toHaveBeenCalledOnce())
})

test('who approves sends a week back with a reason, which a refusal keeps', async () => {
  const can = { register: false, submit: false, recall: false, approve: true, reject: true, reopen: false }
  server.use(
    answer(getWeekSheet, buildWeek({ state: 'submitted', can, employee: { id: ids.anna, name: 'Anna Berg' } })),
    refuse(decideWeek, 'week_move_refused'),
  )
  showDesk(`${ADDRESS}?employee=${ids.anna}`, { me: buildMe('lead') })
  await userEvent.click(await screen.findByRole('button', { name: 'Send back' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Reason' }), 'Tuesday is missing.')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Send back' }))

  expect(await screen.findByText(/The week cannot do that now/u)).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Reason' }).value).toBe('Tuesday is missing.')
})

test('a week that was sent back says by whom and why, in Danish', async () => {
  showWeek(buildWeek({ state: 'rejected', decidedByName: 'Anna Berg', reason: 'Tirsdag mangler.' }), 'da')

  expect(await screen.findByText('Sendt tilbage af Anna Berg')).toBeTruthy()
  expect(screen.getByText('Tirsdag mangler.')).toBeTruthy()
})

test('a day that is no Monday leads to the Monday of its week', async () => {
  server.use(answer(getWeekSheet, buildWeek()))
  const desk = showDesk('/time/week/2026-03-05')

  await screen.findByText('Nothing this week yet')
  expect(desk.location?.pathname).toBe('/time/week/2026-03-02')
})
