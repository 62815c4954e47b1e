import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseTypes, updateCaseType, type CaseType } from '@timedesk/contracts/case-settings'
import { listWorkflows } from '@timedesk/contracts/workflows'
import { expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'
import { workflow, workflowIds } from '../test/workflow-cast.ts'

const SLOW = 30_000
const user = userEvent.setup({ delay: null })
const changes: CaseType = {
  ...{ id: ids.open, name: 'Change', parent: null, department: null, responsible: null, workflow: null },
  ...{ position: 1, isActive: true, version: 2 },
}

async function openType() {
  showDesk('/settings/types', { me: buildMe('administrator') })
  server.use(answer(listCaseTypes, { data: [changes] }), answer(listWorkflows, { data: [workflow] }))
  await user.click(await screen.findByRole('button', { name: 'Edit Change' }))
  const dialog = within(await screen.findByRole('dialog'))
  const select = dialog.getByRole<HTMLInputElement>('combobox', { name: 'Workflow' })
  await user.click(select)
  await user.click(await screen.findByRole('option', { name: 'Standard' }))
  return { dialog, select }
}

test('a type takes up a workflow', { timeout: SLOW }, async () => {
  const asked = vi.fn<(body: unknown) => void>()
  server.use(answer(updateCaseType, changes, ({ body }) => asked(body)))
  const { dialog } = await openType()
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ workflowId: workflowIds.workflow }))
})

test('a workflow that cannot be used says so at its field, and stays chosen', { timeout: SLOW }, async () => {
  const unusable = { pointer: '/body/workflowId', code: 'unusable', message: 'It is not active.' }
  server.use(refuse(updateCaseType, 'reference_refused', [unusable]))
  const { dialog, select } = await openType()
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(select.getAttribute('aria-invalid')).toBe('true'))
  expect(select.value).toBe('Standard')
})
