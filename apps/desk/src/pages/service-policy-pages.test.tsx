import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listPriorities } from '@timedesk/contracts/case-settings'
import { rehearseChange } from '@timedesk/contracts/rehearsals'
import { listServiceCalendars } from '@timedesk/contracts/service-calendars'
import {
  createServicePolicy,
  getServicePolicy,
  listServicePolicies,
  orderServicePolicies,
  previewServicePolicy,
  reapplyServicePolicies,
  updateServicePolicy,
} from '@timedesk/contracts/service-policies'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids } from '../test/build.ts'
import { goldPolicy, goldPreview, high, weekdayCalendar } from '../test/service-level-cast.ts'
import { showDesk } from '../test/show.tsx'

const administrator = { me: buildMe('administrator') }
const silver = { ...goldPolicy, id: ids.waiting, name: 'Silver', cases: 3, isShownToCustomers: false }

function showPolicy(address: string) {
  showDesk(address, administrator)
  server.use(
    ...[
      answer(listPriorities, { data: [{ ...high, isDefault: true, isActive: true, version: 1 }] }),
      answer(listServiceCalendars, { data: [weekdayCalendar] }),
      answer(getServicePolicy, goldPolicy),
      answer(previewServicePolicy, goldPreview),
    ],
  )
}

test('policies stand in the order in which they win, and are moved by keyboard', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  showDesk('/settings/service-policies', administrator)
  server.use(
    answer(listServicePolicies, { data: [goldPolicy, silver] }),
    answer(orderServicePolicies, { data: [silver, goldPolicy] }, ({ body }) => onRequest(body)),
  )
  expect(await screen.findByText('42 open cases')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  screen.getByRole('button', { name: /Gold/u }).focus()
  await userEvent.keyboard('{ArrowDown}')
  await waitFor(() => expect(onRequest).toHaveBeenCalledExactlyOnceWith({ policyIds: [silver.id, goldPolicy.id] }))
})

test('open cases follow the policies of today after it was asked', async () => {
  const onRequest = vi.fn<() => void>()
  showDesk('/settings/service-policies', administrator)
  server.use(answer(listServicePolicies, { data: [] }), answer(reapplyServicePolicies, { openCases: 312 }, onRequest))
  await userEvent.click(await screen.findByRole('button', { name: 'Apply to open cases' }))
  const dialog = await screen.findByRole('dialog')
  expect(onRequest).not.toHaveBeenCalled()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Apply to open cases' }))
  expect(await screen.findByText(/312 open cases are gone through/u)).toBeTruthy()
})

test('a target is changed, what the policy counts for is told, and open cases follow when that is chosen', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  showPolicy(`/settings/service-policies/${goldPolicy.id}`)
  server.use(answer(updateServicePolicy, goldPolicy, ({ body }) => onRequest(body)))
  const target = await screen.findByRole('textbox', { name: 'First answer, High' })
  await userEvent.clear(target)
  await userEvent.type(target, '0:30')
  expect(await screen.findByText('42 of 312 open cases.')).toBeTruthy()
  expect(screen.getByText('From no policy: 1')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  await userEvent.click(screen.getByRole('radio', { name: /Follow/u }))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(onRequest).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        appliesTo: 'open',
        warnAt: [50, 75, 90],
        targets: [{ priorityId: high.id, firstResponse: 30, nextResponse: null, resolution: 480 }],
      }),
    ),
  )
})

test('a name that is taken is told at its field, and nothing that was written is lost', async () => {
  showPolicy('/settings/service-policies/new')
  server.use(
    refuse(createServicePolicy, 'conflict', [{ pointer: '/body/name', code: 'taken', message: 'It is taken.' }]),
  )
  const name = await screen.findByRole('textbox', { name: /Name/u })
  await userEvent.type(name, 'Gold')
  await userEvent.click(screen.getByRole('button', { name: 'Add a step' }))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByDisplayValue('Gold')).toBeTruthy()
  expect(screen.getByRole('group', { name: 'Step 3' })).toBeTruthy()
})

test('a rehearsal tells which cases would differ, and says so when the draft has changed since', async () => {
  showPolicy(`/settings/service-policies/${goldPolicy.id}`)
  const difference = { what: 'breach', clock: 'resolution', cycle: 1, at: null } as const
  server.use(
    answer(rehearseChange, {
      ...{ from: '2026-08-28T00:00:00.000Z', to: '2026-11-26T00:00:00.000Z', cases: 812, isCut: false, differing: 1 },
      omits: ['later_deadlines'],
      figures: [{ figure: 'breached', clock: null, asIs: 12, draft: 7 }],
      rows: [
        {
          case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' },
          customer: 'Nordlys',
          differences: [{ ...difference, asIs: '2026-09-01T10:00:00.000Z', draft: null }],
        },
      ],
    }),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Rehearse' }))
  expect(await screen.findByText('One case of 812 would differ.')).toBeTruthy()
  expect(screen.getByRole('row', { name: /Breaches 12 7 −5/u })).toBeTruthy()
  expect(screen.getByText(/Breach: Solution: .* → none/u)).toBeTruthy()
  expect(screen.queryByText(/draft has changed/u)).toBeNull()

  const target = screen.getByRole('textbox', { name: 'Solved, High' })
  await userEvent.clear(target)
  await userEvent.type(target, '4:00')
  expect(await screen.findByText(/draft has changed since/u)).toBeTruthy()
})
