import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listPriorities } from '@timedesk/contracts/case-settings'
import {
  createCustomField,
  getCustomField,
  listCustomFields,
  updateCustomField,
  type CustomField,
} from '@timedesk/contracts/custom-field-settings'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 30_000
const administrator = { me: buildMe('administrator') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

const device: CustomField = {
  ...{
    id: ids.open,
    key: 'device',
    name: 'Device',
    nameDa: 'Enhed',
    help: '',
    helpDa: null,
    kind: 'choice',
    range: null,
  },
  options: [
    { id: ids.waiting, label: 'Printer', labelDa: null, parentId: null, isActive: true },
    { id: ids.solved, label: 'Phone', labelDa: 'Telefon', parentId: null, isActive: true },
  ],
  rules: { typeIds: null, shownWhen: [], requiredWhen: null, requiredFor: 'solve' },
  ...{ forContacts: 'editable', position: 1, isUsed: true, isActive: true, version: 3 },
}

beforeEach(() => {
  asked.mockClear()
  server.use(
    answer(listCustomFields, { data: [device] }),
    answer(getCustomField, device),
    answer(listPriorities, {
      data: [{ id: ids.priority, name: 'High', level: 1, isDefault: false, isActive: true, version: 1 }],
    }),
  )
})

test('the list tells what each field is for, in the reader’s language', { timeout: SLOW }, async () => {
  showDesk('/settings/fields', { ...administrator, language: 'da' })

  expect(await screen.findByRole('link', { name: 'Enhed' })).toBeTruthy()
  expect(screen.getByText('Skal udfyldes: Før en sag er løst')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('a field is shown on a condition, which the form beside follows', { timeout: SLOW }, async () => {
  server.use(answer(createCustomField, device, ({ body }) => asked(body)))
  showDesk('/settings/fields/new', administrator)
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Pages')
  await user.type(screen.getByRole('textbox', { name: /^Key/u }), 'pages')
  await user.click(screen.getByRole('combobox', { name: 'Kind' }))
  await user.click(await screen.findByRole('option', { name: 'Number' }))
  await user.type(screen.getByRole('textbox', { name: 'At most' }), '500')
  await user.click(screen.getByRole('button', { name: 'Add a condition' }))
  const condition = within(screen.getByRole('group', { name: 'Condition 1' }))
  await user.click(condition.getByRole('combobox', { name: 'What' }))
  await user.click(await screen.findByRole('option', { name: 'Device' }))
  await user.click(condition.getByRole('combobox', { name: 'Values' }))
  await user.click(await screen.findByRole('option', { name: 'Printer' }))

  const form = within(screen.getByRole('region', { name: 'The form' }))
  expect(form.getByText('“Pages” is not shown now.')).toBeTruthy()
  await user.click(form.getByRole('combobox', { name: 'Device' }))
  await user.click(await screen.findByRole('option', { name: 'Printer' }))
  expect(await form.findByRole('textbox', { name: 'Pages' })).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Create the field' }))
  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(asked.mock.calls[0]?.[0]).toMatchObject({
    ...{ name: 'Pages', nameDa: null, key: 'pages', kind: 'number', options: [] },
    range: { min: null, max: 500, decimals: 0 },
    rules: { shownWhen: [{ field: `field:${ids.open}`, op: 'is', values: [ids.waiting] }] },
  })
})

test(
  'options are added by Enter and pasted, one a line; the kind of a used field is fixed',
  { timeout: SLOW },
  async () => {
    server.use(answer(updateCustomField, device, ({ body }) => asked(body)))
    showDesk(`/settings/fields/${device.id}`, administrator)
    const last = await screen.findByRole('textbox', { name: 'Option 2' })
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Kind' }).disabled).toBe(true)
    last.focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Option 3' }))
    await user.paste('Scanner\nCamera')
    await user.click(screen.getByRole('switch', { name: 'In use: Phone' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))

    await waitFor(() => expect(asked).toHaveBeenCalledOnce())
    const [printer, phone] = device.options
    const added = (label: string) => expect.objectContaining({ label, parentId: null, isActive: true }) as object
    expect(asked).toHaveBeenCalledWith({
      options: [printer, { ...phone, isActive: false }, added('Scanner'), added('Camera')],
    })
  },
)

test('a refusal stands at the option it is about, and the draft stays', { timeout: SLOW }, async () => {
  const taken = { pointer: '/body/options/1', code: 'taken', message: 'There is an option of that name beside it.' }
  server.use(refuse(updateCustomField, 'conflict', [taken]))
  showDesk(`/settings/fields/${device.id}`, administrator)
  const option = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Option 2' })
  await user.clear(option)
  await user.type(option, 'Printer')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  expect(await screen.findByText('There is an option of that name beside it.')).toBeTruthy()
  expect(option.value).toBe('Printer')
  expect(option.getAttribute('aria-invalid')).toBe('true')
})

test('a refused rule stands at its condition', { timeout: SLOW }, async () => {
  const values = { pointer: '/body/rules/shownWhen/0/values', code: 'values', message: 'It needs one.' }
  server.use(refuse(updateCustomField, 'rule_refused', [values]))
  showDesk(`/settings/fields/${device.id}`, administrator)
  await user.click((await screen.findAllByRole('button', { name: 'Add a condition' }))[0] ?? document.body)
  await user.click(screen.getByRole('button', { name: 'Save' }))

  const condition = within(screen.getByRole('group', { name: 'Condition 1' }))
  expect(await condition.findByText('Name at least one value.')).toBeTruthy()
})
