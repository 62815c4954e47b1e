import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseStatuses } from '@timedesk/contracts/case-settings'
import { listCustomFields } from '@timedesk/contracts/custom-field-settings'
import {
  getWorkflow,
  listWorkflows,
  listWorkflowVersions,
  previewWorkflow,
  updateWorkflow,
} from '@timedesk/contracts/workflows'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'
import { definition, preview, statuses, versions, workflow, workflowIds } from '../test/workflow-cast.ts'

const SLOW = 30_000
const administrator = { me: buildMe('administrator') }
const address = `/settings/workflows/${workflowIds.workflow}`
const user = userEvent.setup({ delay: null })
const saved = vi.fn<(body: unknown) => void>()

beforeEach(() => {
  saved.mockClear()
  sessionStorage.clear()
  server.use(
    answer(getWorkflow, workflow),
    answer(listWorkflows, { data: [workflow] }),
    answer(listCaseStatuses, { data: statuses }),
    answer(listCustomFields, { data: [] }),
    answer(previewWorkflow, preview),
    answer(listWorkflowVersions, pageOf(...versions)),
    answer(updateWorkflow, { ...workflow, version: 4 }, ({ body }) => saved(body)),
  )
})

async function drawing() {
  return within(await screen.findByRole('group', { name: 'Drawing' }))
}

function cell(name: RegExp | string) {
  return within(screen.getByRole('grid', { name: 'Table' })).getByRole('button', { name })
}

test('the list leads to a workflow and tells what moves by it', { timeout: SLOW }, async () => {
  showDesk('/settings/workflows', administrator)

  const row = within(await screen.findByRole('row', { name: /Standard/u }))
  expect(row.getByRole('link', { name: 'Standard' }).getAttribute('href')).toBe(address)
  expect(row.getByText('All other types')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test(
  'Space in the table allows a move, which the drawing shows at once; undo takes it back',
  { timeout: SLOW },
  async () => {
    showDesk(address, administrator)
    const drawn = await drawing()
    expect(await axeViolations(document.body)).toEqual([])
    cell('From Open to Closed: not allowed').focus()
    await user.keyboard(' ')

    expect(drawn.getByRole('button', { name: 'From Open to Closed' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Undo' }))

    expect(drawn.queryByRole('button', { name: 'From Open to Closed' })).toBeNull()
    expect(cell('From Open to Closed: not allowed')).toBeTruthy()
  },
)

test('the drawing is walked along its moves, and Enter opens what has the focus', { timeout: SLOW }, async () => {
  showDesk(address, administrator)
  const drawn = await drawing()
  drawn.getByRole('button', { name: /^New, 1 out/u }).focus()
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('From New to Open')
  await user.keyboard('{ArrowRight}{ArrowRight}{Enter}')

  const panel = await screen.findByRole('group', { name: 'From Open to Solved' })
  expect(document.activeElement).toBe(panel)
  await user.keyboard('{Escape}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('From Open to Solved')
})

test('what a move asks for is set in the panel and saved with a word about it', { timeout: SLOW }, async () => {
  showDesk(address, administrator)
  await drawing()
  await user.click(cell(/^From Open to Solved/u))
  await user.click(await screen.findByRole('checkbox', { name: 'Resolution' }))
  await user.click(screen.getByRole('radio', { name: 'Only some of the staff' }))
  await user.click(screen.getByRole('checkbox', { name: 'Who has the case' }))
  await user.click(screen.getByRole('button', { name: 'Save …' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('Now: only by: Who has the case; asks for: Resolution')).toBeTruthy()
  await user.type(dialog.getByRole('textbox', { name: /What you changed/u }), 'Say what it was')
  await waitFor(() => expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(false))
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  const solving = { fromId: ids.open, toId: ids.solved, who: ['responsible'], requires: ['resolution'], gates: [] }
  const transitions = definition.transitions.map((move) => (move.toId === ids.solved ? solving : move))
  expect(saved).toHaveBeenCalledWith({
    ...{ name: 'Standard', isActive: true, comment: 'Say what it was', moves: [] },
    definition: { ...definition, transitions },
  })
})

test('a status without a way in says so where it stands, and cannot be saved', { timeout: SLOW }, async () => {
  showDesk(address, administrator)
  await drawing()
  await user.click(screen.getByRole('combobox', { name: 'Add a status' }))
  await user.click(await screen.findByRole('option', { name: 'Testing' }))

  const panel = within(await screen.findByRole('group', { name: 'Testing' }))
  expect(panel.getByText('No new case can get here.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save …' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('alert').textContent).toContain('No new case can get here.')
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true)
})

test('cases in a status that is taken out need somewhere to go', { timeout: SLOW }, async () => {
  const [, open] = preview.statuses
  const [, , , solved] = preview.statuses
  if (open === undefined || solved === undefined) throw new Error('The cast has both')
  server.use(
    answer(previewWorkflow, { ...preview, removed: [{ status: solved, cases: 4, sample: [], suggested: open }] }),
  )
  showDesk(address, administrator)
  const drawn = await drawing()
  await user.click(drawn.getByRole('button', { name: /^Solved,/u }))
  await user.click(await screen.findByRole('button', { name: 'Take out of the workflow' }))
  await user.click(screen.getByRole('tab', { name: 'What it touches' }))

  expect(await screen.findByText('Solved: 4 cases')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Cases in Solved go to' }).value).toBe('Open')
  expect(screen.getByText('Status Solved is taken out')).toBeTruthy()
})

test('a refusal keeps draft and comment, and leaving the page keeps the draft', { timeout: SLOW }, async () => {
  server.use(refuse(updateWorkflow, 'stale_version'))
  showDesk(address, administrator)
  await drawing()
  cell('From Open to Closed: not allowed').focus()
  await user.keyboard(' ')
  await user.click(screen.getByRole('button', { name: 'Save …' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: /What you changed/u }), 'Shorter')
  await waitFor(() => expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(false))
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  expect(await dialog.findByText(/What you changed is still here/u)).toBeTruthy()
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: /What you changed/u }).value).toBe('Shorter')
  cleanup()
  showDesk(address, administrator)
  await drawing()
  expect(cell('From Open to Closed: allowed')).toBeTruthy()
  expect(screen.getByText(/The draft stays in this tab/u)).toBeTruthy()
})

test('an old version becomes the draft again', { timeout: SLOW }, async () => {
  showDesk(`${address}?tab=versions`, administrator)
  const item = within((await screen.findByText('Reopening')).closest('li') ?? document.body)
  expect(item.getByText('From Closed to Open is allowed')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Use as draft: version 2' }))

  const drawn = await drawing()
  expect(drawn.queryByRole('button', { name: 'From Closed to Open' })).toBeNull()
})

test('who may only look sees all of it and can change nothing', { timeout: SLOW }, async () => {
  showDesk(address)
  await drawing()
  await user.click(cell(/^From Open to Solved/u))

  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Resolution' })).matches(':disabled')).toBe(
    true,
  )
  expect(screen.queryByRole('button', { name: 'Save …' })).toBeNull()
  cell('From Open to Closed: not allowed').focus()
  await user.keyboard(' ')
  expect(cell('From Open to Closed: not allowed')).toBeTruthy()
})
