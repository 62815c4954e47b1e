import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { dispatchCase } from '@timedesk/contracts/cases'
import { getDispatchBoard, listBoardPersonCases } from '@timedesk/contracts/dispatch-board'
import { dispatchCaseByRules } from '@timedesk/contracts/dispatch-rules'
import { axeViolations } from '@timedesk/ui/test/axe'
import { afterEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildCase, buildMe, ids, pageOf } from '../test/build.ts'
import { bo, buildBoard, dispatchIds, late, unassigned } from '../test/dispatch-cast.ts'
import { showDesk } from '../test/show.tsx'
import { stubLive } from '../test/stub-live.ts'

const lead = { me: buildMe('lead') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

afterEach(() => {
  asked.mockClear()
  vi.unstubAllGlobals()
})

async function showBoard(options = lead, changes: Parameters<typeof buildBoard>[0] = {}) {
  showDesk('/dispatch', options)
  server.use(
    answer(getDispatchBoard, buildBoard(changes)),
    answer(dispatchCase, buildCase(), ({ body }) => asked(body)),
  )
  return within(await screen.findByRole('region', { name: /^Nobody has them/u }))
}

const toBo = { departmentId: ids.department, responsibleId: bo.id }

test('the board shows what waits beside the people, and breaks no rule of accessibility', async () => {
  const waiting = await showBoard()

  expect(waiting.getByRole('link', { name: /1042/u })).toBeTruthy()
  const people = within(screen.getByRole('region', { name: 'People' }))
  expect(people.getByRole('img', { name: 'Load of Bo Lind: 2:00 to do against 3:20 left today' })).toBeTruthy()
  expect(people.getByText(/^Away until .*, Bo Lind stands in$/u)).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('by keyboard a case goes to whoever fits best, and can be taken back', async () => {
  const waiting = await showBoard()
  waiting.getByRole('link', { name: /1042/u }).focus()
  await user.keyboard('a')
  const dialog = within(await screen.findByRole('dialog', { name: 'Give #1042 to …' }))
  expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)[0]).toContain('Bo Lind')
  expect(await axeViolations(document.body)).toEqual([])
  await user.keyboard('bo{Enter}')

  await waitFor(() => expect(asked).toHaveBeenLastCalledWith(toBo))
  expect((await screen.findAllByText('#1042 goes to Bo Lind.')).length).toBeGreaterThan(0)
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ departmentId: ids.department, responsibleId: null }))
  expect((await screen.findAllByText('#1042 is back where it was.')).length).toBeGreaterThan(0)
})

test('after a case is given by keyboard the next that nobody has is in focus; after Escape the same', async () => {
  const second = { ...unassigned, id: ids.waiting, number: 1050 }
  const waiting = await showBoard(lead, { unassigned: { data: [unassigned, second], hasMore: false, total: 2 } })
  waiting.getByRole('link', { name: /1042/u }).focus()
  await user.keyboard('a')
  await screen.findByRole('dialog')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(waiting.getByRole('link', { name: /1042/u })))
  await user.keyboard('a')
  await screen.findByRole('dialog')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(waiting.getByRole('link', { name: /1050/u })))
})

test('the arrows walk through the people of the dialog', async () => {
  const waiting = await showBoard()
  await user.click(waiting.getByRole('button', { name: 'Give #1042 to somebody' }))
  await screen.findByRole('dialog')
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  // The first is Bo, the second Mette, who is away.
  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith({ departmentId: ids.department, responsibleId: ids.mette }),
  )
})

test('a case that may not move comes back to its list, and why is told', async () => {
  const waiting = await showBoard()
  // The board is not read again, so that nothing but taking it back brings the case back.
  server.use(refuse(dispatchCase, 'case_closed'), refuse(getDispatchBoard, 'fault'))
  await user.click(waiting.getByRole('button', { name: 'Give #1042 to somebody' }))
  await screen.findByRole('dialog')
  await user.keyboard('{Enter}')

  expect(await screen.findByText('The case is closed. Reopen it first.')).toBeTruthy()
  expect(waiting.getByRole('link', { name: /1042/u })).toBeTruthy()
  expect(screen.queryByText('#1042 goes to Bo Lind.')).toBeNull()
})

test('a case is dragged onto a person, and a press alone moves nothing', async () => {
  const waiting = await showBoard()
  const row = waiting.getByRole('listitem')
  const person = screen.getByRole('button', { name: 'What Bo Lind has to do' })
  row.setPointerCapture = vi.fn()
  document.elementsFromPoint = () => [person]

  fireEvent.pointerDown(row, { button: 0, clientX: 10, clientY: 10 })
  fireEvent.pointerMove(row, { clientX: 12, clientY: 12 })
  fireEvent.pointerUp(row)
  expect(asked).not.toHaveBeenCalled()

  fireEvent.pointerDown(row, { button: 0, clientX: 10, clientY: 10 })
  fireEvent.pointerMove(row, { clientX: 300, clientY: 40 })
  fireEvent.keyDown(window, { key: 'Escape' })
  fireEvent.pointerUp(row)
  expect(asked).not.toHaveBeenCalled()

  fireEvent.pointerDown(row, { button: 0, clientX: 10, clientY: 10 })
  fireEvent.pointerMove(row, { clientX: 300, clientY: 40 })
  fireEvent.pointerUp(row)
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith(toBo))
})

test('new cases wait to be shown, and rows stay where they are', async () => {
  const say = stubLive()
  const waiting = await showBoard()
  const list = { data: [{ ...late, id: ids.waiting, number: 1050, responsible: null }, unassigned], hasMore: false }
  server.use(answer(getDispatchBoard, buildBoard({ unassigned: { ...list, total: 2 } })))
  act(() => say({ type: 'case.created', caseId: ids.waiting, eventId: ids.message }))

  const pill = await screen.findByRole('button', { name: '1 new case' })
  expect(waiting.queryByRole('link', { name: /1050/u })).toBeNull()
  await user.click(pill)
  expect(await waiting.findByRole('link', { name: /1050/u })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '1 new case' })).toBeNull()
})

test('the rules decide when they are asked to', async () => {
  const waiting = await showBoard()
  server.use(answer(dispatchCaseByRules, buildCase(), asked))
  await user.click(waiting.getByRole('button', { name: 'Give #1042 to somebody' }))
  await user.click(await screen.findByRole('button', { name: 'Dispatch by the rules' }))
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('what a person has to do opens beside the board, and can be given to others', async () => {
  await showBoard()
  server.use(answer(listBoardPersonCases, pageOf(late)))
  await user.click(screen.getByRole('button', { name: 'What Bo Lind has to do' }))
  const drawer = within(await screen.findByRole('dialog', { name: 'What Bo Lind has to do' }))
  expect(await drawer.findByRole('link', { name: /1043/u })).toBeTruthy()
  await user.click(drawer.getByRole('button', { name: 'Give #1043 to somebody' }))
  expect(await screen.findByRole('dialog', { name: 'Give #1043 to …' })).toBeTruthy()
})

test('who may not dispatch sees the board, and nothing that moves a case', async () => {
  const waiting = await showBoard({ me: buildMe('finance') })
  expect(waiting.getByRole('link', { name: /1042/u })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Give/u })).toBeNull()
  waiting.getByRole('link', { name: /1042/u }).focus()
  await user.keyboard('a')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a department that is gone says so', async () => {
  showDesk(`/dispatch?department=${dispatchIds.nights}`, lead)
  server.use(refuse(getDispatchBoard, 'not_found'))
  expect(await screen.findByRole('heading', { name: 'Nothing here' })).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'People' })).toBeNull()
})
