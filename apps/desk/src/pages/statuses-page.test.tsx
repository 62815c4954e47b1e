import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  createCaseStatus,
  listCaseStatuses,
  orderCaseStatuses,
  updateCaseStatus,
  type CaseStatus,
} from '@timedesk/contracts/case-settings'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'
import { statuses, workflowIds } from '../test/workflow-cast.ts'

const SLOW = 30_000
const administrator = { me: buildMe('administrator') }
const address = '/settings/workflows/statuses'
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()
const [open] = statuses.filter(({ id }) => id === ids.open)

beforeEach(() => {
  asked.mockClear()
  server.use(answer(listCaseStatuses, { data: statuses }))
})

function theStatus(): CaseStatus {
  if (open === undefined) throw new Error('The cast has an open status')
  return open
}

test('statuses stand below their categories, and one is moved among its like by key', { timeout: SLOW }, async () => {
  server.use(answer(orderCaseStatuses, { data: statuses }, ({ body }) => asked(body)))
  showDesk(address, administrator)
  const list = within(await screen.findByRole('list', { name: 'Open' }))
  expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Open'),
    expect.stringContaining('Testing'),
  ])
  expect(await axeViolations(document.body)).toEqual([])
  list.getByRole('button', { name: 'Move Testing' }).focus()
  await user.keyboard('{ArrowUp}')

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  const order = [workflowIds.fresh, workflowIds.testing, ids.open, ids.solved, workflowIds.closed]
  expect(asked).toHaveBeenCalledWith({ statusIds: order })
})

test(
  'a new status stops the clocks where its category does, and has words for customers',
  { timeout: SLOW },
  async () => {
    server.use(answer(createCaseStatus, theStatus(), ({ body }) => asked(body)))
    showDesk(address, administrator)
    await user.click(await screen.findByRole('button', { name: 'New status' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Parts ordered')
    await user.click(dialog.getByRole('combobox', { name: 'Category' }))
    await user.click(await screen.findByRole('option', { name: 'Waiting for third party' }))
    await user.click(dialog.getByRole('radio', { name: 'Pink' }))
    await user.click(dialog.getByRole('switch', { name: /^Own words/u }))
    await user.type(dialog.getByRole('textbox', { name: 'In English' }), 'We wait for parts')
    await user.type(dialog.getByRole('textbox', { name: 'In Danish' }), 'Vi venter på dele')
    await user.click(dialog.getByRole('button', { name: 'Save' }))

    await waitFor(() => expect(asked).toHaveBeenCalledOnce())
    expect(asked).toHaveBeenCalledWith({
      ...{ name: 'Parts ordered', category: 'waiting_third_party', color: 'pink', pausesClock: true },
      customerWording: { en: 'We wait for parts', da: 'Vi venter på dele' },
    })
  },
)

test('a refusal stands at its field, and what was written stays', { timeout: SLOW }, async () => {
  const taken = { pointer: '/body/name', code: 'taken', message: 'This value is already in use.' }
  server.use(refuse(updateCaseStatus, 'conflict', [taken]))
  showDesk(address, administrator)
  await user.click(await screen.findByRole('button', { name: 'Edit Open' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole<HTMLInputElement>('combobox', { name: 'Category' }).disabled).toBe(true)
  const name = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Name' })
  await user.clear(name)
  await user.type(name, 'Testing')
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
  expect(name.value).toBe('Testing')
  expect(document.activeElement).toBe(name)
})

test('who may only look has no buttons', { timeout: SLOW }, async () => {
  showDesk(address)

  expect(await screen.findByRole('list', { name: 'Open' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^(?:Edit|Move|New status)/u })).toBeNull()
})

test('the list says when it is refused', async () => {
  server.use(refuse(listCaseStatuses, 'permission_denied'))
  showDesk(address)

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})
