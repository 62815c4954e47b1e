import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { correctTimeEntry } from '@timedesk/contracts/corrections'
import { previewTime } from '@timedesk/contracts/cover'
import { listProjects, listProjectTasks } from '@timedesk/contracts/projects'
import { listTimeEntries, registerTime, updateTimeEntry } from '@timedesk/contracts/time'
import { listCases } from '@timedesk/contracts/work-list'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { ids, pageOf } from '../test/build.ts'
import { project } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'
import { buildEntry, buildVerdict } from '../test/time-cast.ts'

const closed = buildEntry({ state: 'approved', can: { edit: false, correct: true, decideOverage: false } })
const task = { id: ids.solved, name: 'Data migration', position: 1, isActive: true, minutes: 0, version: 1 }

beforeEach(() => {
  server.use(
    answer(previewTime, buildVerdict()),
    answer(listCases, pageOf()),
    answer(listProjects, pageOf(project)),
    answer(listProjectTasks, { data: [task] }),
  )
})

async function open(entry = buildEntry(), button = 'Edit time on #1042 Cannot print invoices') {
  server.use(answer(listTimeEntries, pageOf(entry)))
  showDesk('/time')
  await userEvent.click(await screen.findByRole('button', { name: button }))
  return screen.findByRole('dialog')
}

test('an entry is edited with start and end, which give its minutes', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  server.use(answer(updateTimeEntry, buildEntry(), ({ body }) => onRequest(body)))
  const dialog = await open()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Give start and end' }))
  await userEvent.type(within(dialog).getByLabelText('From'), '09:00')
  await userEvent.type(within(dialog).getByLabelText('To'), '10:15')
  expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Time spent' }).value).toBe('1:15')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))

  await waitFor(() =>
    expect(onRequest).toHaveBeenCalledExactlyOnceWith({
      startedAt: '2026-03-02T08:00:00.000Z',
      endedAt: '2026-03-02T09:15:00.000Z',
      minutes: 75,
      workDate: '2026-03-02',
    }),
  )
})

test('an entry moves to a task of a project', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  server.use(answer(updateTimeEntry, buildEntry(), ({ body }) => onRequest(body)))
  const dialog = await open()
  await userEvent.click(within(dialog).getByRole('textbox', { name: 'On' }))
  await userEvent.click(await screen.findByRole('option', { name: /Intranet relaunch/u }))
  await userEvent.click(await within(dialog).findByRole('combobox', { name: 'Task' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Data migration' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))

  await waitFor(() =>
    expect(onRequest).toHaveBeenCalledExactlyOnceWith({ caseId: null, projectId: project.id, taskId: task.id }),
  )
})

test('an entry of a closed week is corrected with a reason, which a refusal keeps', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  server.use(refuse(correctTimeEntry, 'already_corrected'))
  const dialog = await open(closed, 'Correct time on #1042 Cannot print invoices')
  expect(within(dialog).queryByLabelText('Work date')).toBeNull()
  const minutes = within(dialog).getByRole('textbox', { name: 'Time spent' })
  await userEvent.clear(minutes)
  await userEvent.type(minutes, '0')
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Reason/u }), 'Wrong case')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Correct' }))
  expect(await within(dialog).findByText(/This entry is corrected already/u)).toBeTruthy()

  server.use(answer(correctTimeEntry, closed, ({ body }) => onRequest(body)))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Correct' }))
  await waitFor(() => expect(onRequest).toHaveBeenCalledExactlyOnceWith({ minutes: 0, reason: 'Wrong case' }))
})

test('internal time is added without a word about being billable', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  server.use(
    answer(listTimeEntries, pageOf()),
    answer(registerTime, buildEntry(), ({ body }) => onRequest(body)),
  )
  showDesk('/time')
  const [button] = await screen.findAllByRole('button', { name: 'Add time' })
  if (button !== undefined) await userEvent.click(button)
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Time spent' }), '1:30')
  expect(within(dialog).getByRole('switch', { name: 'Billable' })).toHaveProperty('disabled', true)
  expect(await axeViolations(dialog)).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Register' }))

  await waitFor(() => expect(onRequest).toHaveBeenCalledExactlyOnceWith({ minutes: 90, activityTypeId: ids.activity }))
})
