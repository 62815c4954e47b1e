import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  createAbsence,
  handOverCases,
  listAbsences,
  previewHandover,
  removeAbsence,
  updateAbsence,
} from '@timedesk/contracts/absences'
import { listEmployees } from '@timedesk/contracts/staff'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, mette, pageOf } from '../test/build.ts'
import { bo, buildAbsence, dispatchIds } from '../test/dispatch-cast.ts'
import { employee } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = { timeout: 30_000 }
const lead = { me: buildMe('lead') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()
const coming = buildAbsence({
  ...{ id: dispatchIds.late, employee: bo, delegate: null, state: 'coming', reason: '', openCases: 0 },
  can: { edit: false, handOver: false },
})

beforeEach(() => asked.mockClear())

function show(options: Parameters<typeof showDesk>[1] = lead) {
  showDesk('/people/absences', options)
  server.use(
    answer(listAbsences, pageOf(coming, buildAbsence())),
    answer(listEmployees, pageOf({ ...employee, ...bo })),
    answer(previewHandover, { delegate: bo, cases: 7, otherDepartment: 2, left: 0 }),
  )
}

const rowOf = async (name: RegExp) => within(await screen.findByRole('row', { name }))

test('absences say who stands in, and only offer what one may do', SLOW, async () => {
  show()
  const mine = await rowOf(/^MH Mette Holm|Mette Holm.*Now/u)
  expect(mine.getByText('Bo Lind')).toBeTruthy()
  expect(mine.getByText('Holiday')).toBeTruthy()
  expect(mine.getByRole('button', { name: 'Hand cases over: Mette Holm' })).toBeTruthy()
  const other = await rowOf(/Coming/u)
  expect(other.getByText('Nobody')).toBeTruthy()
  expect(other.queryByRole('button')).toBeNull()
  expect(await axeViolations(document.body)).toEqual([])
})

test('those that are over are asked for, and the days of today else', async () => {
  const queries: URLSearchParams[] = []
  show()
  server.use(answer(listAbsences, pageOf(), ({ query }) => queries.push(query)))
  expect(await screen.findByText('Nobody is away now or later.')).toBeTruthy()
  expect(queries.at(-1)?.get('from')).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
  await user.click(screen.getByRole('switch', { name: 'Also those that are over' }))
  expect(await screen.findByText('Nobody has been away.')).toBeTruthy()
  expect(queries.at(-1)?.has('from')).toBe(false)
})

test('an absence that overlaps says so at its day, and nothing written is lost', SLOW, async () => {
  show()
  const problem = { pointer: '/body/from', code: 'overlaps', message: 'Away already.' }
  server.use(refuse(createAbsence, 'absence_refused', [problem]))
  await user.click(await screen.findByRole('button', { name: 'New absence' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Record an absence' }))
  expect(dialog.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true)
  await user.click(dialog.getByRole('textbox', { name: 'Person' }))
  await user.click(await screen.findByRole('option', { name: /Bo Lind/u }))
  await user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Holiday')
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  const from = dialog.getByLabelText(/^First day away/u)
  await waitFor(() => expect(from.getAttribute('aria-invalid')).toBe('true'))
  expect(dialog.getByDisplayValue('Holiday')).toBeTruthy()
  expect(dialog.getByDisplayValue('Bo Lind')).toBeTruthy()
})

test('an agent records their own absence alone; one that has begun offers to hand the cases over', SLOW, async () => {
  show({ me: buildMe('agent') })
  server.use(answer(createAbsence, buildAbsence(), ({ body }) => asked(body)))
  await user.click(await screen.findByRole('button', { name: 'New absence' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Record an absence' }))
  expect(dialog.queryByRole('textbox', { name: 'Person' })).toBeNull()
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ employeeId: ids.mette, delegateId: null })),
  )
  const offer = within(await screen.findByRole('dialog', { name: 'Hand cases over: Mette Holm' }))
  expect(await offer.findByText('7 active cases go to Bo Lind.')).toBeTruthy()
})

test('cases are counted first, then handed over with a word', SLOW, async () => {
  show()
  server.use(answer(handOverCases, { delegate: bo, cases: 7, otherDepartment: 2, left: 0 }, ({ body }) => asked(body)))
  await user.click(await screen.findByRole('button', { name: 'Hand cases over: Mette Holm' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Hand cases over: Mette Holm' }))
  expect(await dialog.findByText('2 of them change to the department of Bo Lind.')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  expect(asked).not.toHaveBeenCalled()
  await user.type(dialog.getByRole('textbox'), 'See the wiki')
  await user.click(dialog.getByRole('button', { name: 'Hand over 7 cases' }))

  expect(await screen.findByText('7 cases are with Bo Lind now.')).toBeTruthy()
  expect(asked).toHaveBeenCalledExactlyOnceWith({ comment: 'See the wiki' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('without anybody who stands in nothing can be handed over', async () => {
  show()
  server.use(answer(previewHandover, { delegate: null, cases: 0, otherDepartment: 0, left: 7 }))
  await user.click(await screen.findByRole('button', { name: 'Hand cases over: Mette Holm' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText(/^Nobody stands in who is there/u)).toBeTruthy()
  expect(dialog.getByRole('button', { name: 'Hand cases over' }).hasAttribute('disabled')).toBe(true)
})

test('an absence is changed by what stands there, and removed after it was asked', SLOW, async () => {
  show()
  server.use(
    answer(updateAbsence, buildAbsence(), ({ body }) => asked(body)),
    answer(removeAbsence, null, asked),
  )
  await user.click(await screen.findByRole('button', { name: /^Edit the absence of Mette Holm from/u }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: /^Clear|^Empty/u }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  const days = { from: '2026-03-02', to: '2026-03-06' }
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ ...days, delegateId: null, reason: 'Holiday' }))

  await user.click((await rowOf(/Mette Holm/u)).getByRole('button', { name: 'Remove' }))
  const question = within(await screen.findByRole('dialog', { name: `Remove the absence of ${mette.name}?` }))
  expect(asked).toHaveBeenCalledTimes(1)
  await user.click(question.getByRole('button', { name: 'Remove' }))
  expect(await screen.findByText('The absence is removed.')).toBeTruthy()
})
