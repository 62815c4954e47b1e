import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createCaseTemplate, listCaseTemplates, type CaseTemplate } from '@timedesk/contracts/case-templates'
import { createChecklistTemplate, listChecklistTemplates, type ChecklistTemplate } from '@timedesk/contracts/checklists'
import { listCaseFields } from '@timedesk/contracts/custom-fields'
import { listCustomers } from '@timedesk/contracts/customers'
import { listContacts } from '@timedesk/contracts/contacts'
import { listAgreements } from '@timedesk/contracts/agreements'
import {
  createRecurringCase,
  listRecurringCases,
  listRecurringRuns,
  previewRecurrence,
  updateRecurringCase,
  type RecurringCase,
} from '@timedesk/contracts/recurring-cases'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { customer } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 30_000
const administrator = { me: buildMe('administrator') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

const checklist: ChecklistTemplate = {
  ...{ id: ids.open, name: 'New workplace', types: [], position: 1, isActive: true, version: 1 },
  items: [
    { text: 'Order the laptop', isRequired: false },
    { text: 'Create the account', isRequired: true },
  ],
}
const template: CaseTemplate = {
  ...{ id: ids.solved, name: 'New employee', subject: 'Workplace', description: 'Name:', type: null, priority: null },
  ...{ department: null, responsible: null, product: null, tags: [], fields: {}, checklist: null },
  ...{ estimateMinutes: null, position: 1, isActive: true, version: 1 },
}
const recurring: RecurringCase = {
  ...{ id: ids.waiting, name: 'Check of servers', template: { id: ids.solved, name: 'New employee' } },
  ...{ customer: { id: ids.customer, name: 'Nordlys Energi' }, contact: null, agreement: null, time: '08:00' },
  every: { unit: 'week', interval: 2, weekdays: [4, 1], dayOfMonth: null },
  ...{ startsOn: '2026-03-02', endsOn: null, lastCase: null, isActive: true, version: 4 },
  next: [{ day: '2026-03-05', at: '2026-03-05T07:00:00.000Z' }],
}

beforeEach(() => {
  asked.mockClear()
  server.use(
    answer(listChecklistTemplates, { data: [checklist] }),
    answer(listCaseTemplates, { data: [template] }),
    answer(listRecurringCases, pageOf(recurring)),
    answer(listCaseFields, { data: [] }),
    answer(listCustomers, pageOf(customer)),
    answer(listContacts, pageOf()),
    answer(listAgreements, pageOf()),
    answer(previewRecurrence, { data: [...recurring.next, { day: '2026-03-09', at: '2026-03-09T07:00:00.000Z' }] }),
  )
})

test.for([
  ['/settings/templates', 'New employee'],
  ['/settings/templates/checklists', '1 required'],
  ['/settings/templates/recurring', 'Every 2 weeks on Mon, Thu at 08:00'],
] as const)(
  '%s shows what there is and breaks no rule of accessibility',
  { timeout: SLOW },
  async ([address, text]) => {
    showDesk(address, administrator)

    expect(await screen.findByText(text)).toBeTruthy()
    expect(await axeViolations(document.body)).toEqual([])
  },
)

test('a checklist is written line by line, and its items are put in order', { timeout: SLOW }, async () => {
  server.use(answer(createChecklistTemplate, checklist, ({ body }) => asked(body)))
  showDesk('/settings/templates/checklists', administrator)
  await user.click(await screen.findByRole('button', { name: 'New checklist' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Leaving')
  await user.click(dialog.getByRole('button', { name: 'Add an item' }))
  await user.keyboard('Close the account{Enter}Take back the keys')
  await user.click(dialog.getByRole('checkbox', { name: 'Required: Take back the keys' }))
  dialog.getByRole('button', { name: 'Move Take back the keys' }).focus()
  await user.keyboard('{ArrowUp}')
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked).toHaveBeenCalledWith({
    ...{ name: 'Leaving', position: 0, typeIds: [] },
    items: [
      { text: 'Take back the keys', isRequired: true },
      { text: 'Close the account', isRequired: false },
    ],
  })
})

test('a wrong item says so itself, and the others stay as they are', { timeout: SLOW }, async () => {
  const tooShort = { pointer: '/body/items/1/text', code: 'too_small', message: 'Too small' }
  server.use(refuse(createChecklistTemplate, 'invalid_request', [tooShort]))
  showDesk('/settings/templates/checklists', administrator)
  await user.click(await screen.findByRole('button', { name: 'New checklist' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Leaving')
  await user.click(dialog.getByRole('button', { name: 'Add an item' }))
  await user.keyboard('Close the account{Enter}')
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  const second = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Item 2' })
  await waitFor(() => expect(second.getAttribute('aria-invalid')).toBe('true'))
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: 'Item 1' }).value).toBe('Close the account')
})

test('a case template is refused at its field and keeps what was written', { timeout: SLOW }, async () => {
  const taken = { pointer: '/body/name', code: 'taken', message: 'Taken' }
  server.use(refuse(createCaseTemplate, 'conflict', [taken]))
  showDesk('/settings/templates', administrator)
  await user.click(await screen.findByRole('button', { name: 'New template' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'New employee')
  await user.type(dialog.getByRole('textbox', { name: 'Subject' }), 'Workplace')
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  const name = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Name' })
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: 'Subject' }).value).toBe('Workplace')
})

test('a recurring case shows its next days by the company’s clock and is created', { timeout: SLOW }, async () => {
  server.use(answer(createRecurringCase, recurring, ({ body }) => asked(body)))
  showDesk('/settings/templates/recurring', administrator)
  await user.click(await screen.findByRole('button', { name: 'New recurring case' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Check')
  await user.click(dialog.getByRole('combobox', { name: 'Case template' }))
  await user.click(await screen.findByRole('option', { name: 'New employee' }))
  await user.click(dialog.getByRole('textbox', { name: 'Customer' }))
  await user.click(await screen.findByRole('option', { name: /Nordlys/u }))
  await user.click(dialog.getByRole('combobox', { name: 'Unit' }))
  await user.click(await screen.findByRole('option', { name: 'weeks' }))
  await user.click(dialog.getByRole('checkbox', { name: 'Thu' }))
  expect(await dialog.findByText('Thu 5 Mar 2026, 08:00')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked.mock.calls[0]?.[0]).toMatchObject({
    ...{ name: 'Check', templateId: ids.solved, customerId: ids.customer, contactId: null, agreementId: null },
    every: { unit: 'week', interval: 1, weekdays: [4], dayOfMonth: null },
    ...{ time: '08:00', endsOn: null },
  })
})

test('a recurring case is paused, and tells what came of it', { timeout: SLOW }, async () => {
  const runs = pageOf(
    ...[
      { dueOn: '2026-03-02', state: 'created' as const, case: { id: ids.case, number: 1042, subject: 'Workplace' } },
      { dueOn: '2026-02-26', state: 'skipped' as const, case: null },
    ].map((run) => ({
      ...{ ...run, detail: null, at: '2026-03-02T07:00:00.000Z' },
      reason: run.state === 'skipped' ? ('overtaken' as const) : null,
    })),
  )
  server.use(
    answer(updateRecurringCase, recurring, ({ body }) => asked(body)),
    answer(listRecurringRuns, runs),
  )
  showDesk('/settings/templates/recurring', administrator)
  await user.click(await screen.findByRole('button', { name: 'Pause Check of servers' }))
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ isActive: false }))
  await user.click(screen.getByRole('button', { name: 'What came of it: Check of servers' }))

  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByRole('link', { name: '#1042 Workplace' })).toBeTruthy()
  expect(dialog.getByText('A later one was due too.')).toBeTruthy()
})

test.for([
  ['/settings/templates', listCaseTemplates],
  ['/settings/templates/checklists', listChecklistTemplates],
  ['/settings/templates/recurring', listRecurringCases],
] as const)('%s says when it is refused', async ([address, route]) => {
  server.use(refuse(route, 'permission_denied'))
  showDesk(address, administrator)

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})
