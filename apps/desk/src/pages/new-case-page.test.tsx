import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseTemplates, type CaseTemplate } from '@timedesk/contracts/case-templates'
import { createCase, getCase } from '@timedesk/contracts/cases'
import { listPriorities } from '@timedesk/contracts/case-settings'
import { listContacts } from '@timedesk/contracts/contacts'
import { listCaseFields, type CaseField } from '@timedesk/contracts/custom-fields'
import { getCustomer } from '@timedesk/contracts/customers'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { anna, buildCase, ids, mette, pageOf } from '../test/build.ts'
import { customer } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = { timeout: 40_000 }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

const label: CaseField = {
  ...{ id: ids.anna, key: 'label', name: 'Label', nameDa: null, help: 'On its side', helpDa: null, kind: 'text' },
  ...{ options: [], range: null, forContacts: 'shown' },
  rules: {
    ...{ typeIds: null, requiredWhen: null, requiredFor: 'staff_create' },
    shownWhen: [{ field: 'priority', op: 'is', values: [ids.priority] }],
  },
}
const newEmployee: CaseTemplate = {
  ...{ id: ids.message, name: 'New employee', subject: 'A new workplace', description: 'Name and first day:' },
  ...{ type: null, priority: null, department: null, responsible: mette, product: null, tags: ['onboarding'] },
  ...{
    fields: { [label.id]: 'none yet' },
    checklist: null,
    estimateMinutes: 90,
    position: 1,
    isActive: true,
    version: 1,
  },
}

beforeEach(() => {
  asked.mockClear()
  server.use(
    answer(listCaseTemplates, { data: [newEmployee] }),
    answer(listCaseFields, { data: [label] }),
    answer(getCustomer, customer),
    answer(listContacts, pageOf()),
  )
})

/** Shows a desk whose usual priority is the one that the field waits for. */
function show(address: string) {
  const desk = showDesk(address)
  const usual = { id: ids.priority, name: 'Normal', level: 3, isDefault: true, isActive: true, version: 1 }
  server.use(answer(listPriorities, { data: [usual] }))
  return desk
}

test('a template fills the form in, beside what was written, and all of it is sent', SLOW, async () => {
  server.use(answer(createCase, buildCase(), ({ body }) => asked(body)))
  show(`/cases/new?customer=${ids.customer}`)
  await user.type(await screen.findByRole('textbox', { name: 'Subject' }), 'Anna begins')
  await screen.findByRole('textbox', { name: 'Description' })

  await user.click(await screen.findByRole('combobox', { name: 'Begin from a template' }))
  await user.click(await screen.findByRole('option', { name: 'New employee' }))

  expect(await screen.findByText('Name and first day:')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Subject' }).value).toBe('Anna begins')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Estimate' }).value).toBe('1:30')
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Label' })).value).toBe('none yet')
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Create the case' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked.mock.calls[0]?.[0]).toMatchObject({
    ...{ subject: 'Anna begins', description: 'Name and first day:', templateId: newEmployee.id },
    ...{ responsibleId: mette.id, tags: ['onboarding'], estimateMinutes: 90, followsId: null },
    fields: { [label.id]: 'none yet' },
  })
})

test('a field that is refused says so where it stands, and the form keeps everything', SLOW, async () => {
  server.use(
    refuse(createCase, 'field_refused', [
      { pointer: `/body/fields/${label.id}`, code: 'wrong_kind', message: 'Not like that.' },
    ]),
  )
  show(`/cases/new?customer=${ids.customer}`)
  await user.type(await screen.findByRole('textbox', { name: 'Subject' }), 'Printer')
  await user.type(await screen.findByRole('textbox', { name: 'Description' }), 'It smokes.')
  await user.type(await screen.findByRole('textbox', { name: 'Label' }), 'P-7')
  await user.click(screen.getByRole('button', { name: 'Create the case' }))

  expect(await screen.findByText('This is not written as it has to be.')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Label' }).value).toBe('P-7')
  expect(screen.getByRole('textbox', { name: 'Description' }).textContent).toBe('It smokes.')
})

test('a case that goes on from an ended one takes over whom it is for, and says which', SLOW, async () => {
  server.use(
    answer(getCase, buildCase({ product: 'Ledger' })),
    answer(createCase, buildCase(), ({ body }) => asked(body)),
  )
  show(`/cases/new?follows=${ids.case}`)

  const follows = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Goes on from' })
  expect(follows.value).toBe('#1042 Cannot print invoices')
  await user.type(await screen.findByRole('textbox', { name: 'Description' }), 'It is back.')
  await user.type(await screen.findByRole('textbox', { name: 'Label' }), 'P-7')
  await user.click(screen.getByRole('button', { name: 'Create the case' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked.mock.calls[0]?.[0]).toMatchObject({
    ...{ followsId: ids.case, customerId: ids.customer, contactId: anna.id, product: 'Ledger', templateId: null },
  })
  expect(within(document.body).queryByRole('alert')).toBeNull()
})
