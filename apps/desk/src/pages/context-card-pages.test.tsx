import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseTypes } from '@timedesk/contracts/case-settings'
import {
  createContextCard,
  getContextCard,
  listContextCards,
  orderContextCards,
  removeContextCard,
  rotateContextCardSecret,
  tryContextCard,
  updateContextCard,
} from '@timedesk/contracts/context-cards'
import { listSettingLog } from '@timedesk/contracts/setting-log'
import { listDepartments } from '@timedesk/contracts/staff'
import { listCases } from '@timedesk/contracts/work-list'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, buildSummary, ids, pageOf } from '../test/build.ts'
import { attempt, licences, orders } from '../test/card-cast.ts'
import { supportDepartment } from '../test/dispatch-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = { timeout: 30_000 }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

beforeEach(() => asked.mockClear())

function show(address: string) {
  const desk = showDesk(address, { me: buildMe('administrator') })
  server.use(
    answer(listContextCards, { data: [licences, orders] }),
    answer(getContextCard, licences),
    answer(listDepartments, pageOf(supportDepartment)),
    answer(listCaseTypes, { data: [] }),
    answer(listSettingLog, pageOf()),
  )
  return desk
}

test('cards tell where they ask and for which cases, and are moved by keyboard', SLOW, async () => {
  show('/settings/context-cards')
  server.use(answer(orderContextCards, { data: [orders, licences] }, ({ body }) => asked(body)))
  expect(await screen.findByRole('link', { name: 'Licences' })).toBeTruthy()
  expect(screen.getAllByText('crm.example')).toHaveLength(2)
  expect(screen.getByText('Support')).toBeTruthy()
  expect(screen.getByText('Every case')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  screen.getByRole('button', { name: 'Move Licences' }).focus()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ cardIds: [orders.id, licences.id] }))
})

test('a new card is written, shows its secret once, and leads to its own page', SLOW, async () => {
  const desk = show('/settings/context-cards/new')
  server.use(answer(createContextCard, { ...licences, secret }, ({ body }) => asked(body)))
  await user.type(await screen.findByRole('textbox', { name: /^Name/u }), 'Licences')
  const save = screen.getByRole('button', { name: 'Save' })
  expect(save.hasAttribute('disabled')).toBe(true)
  await user.type(screen.getByRole('textbox', { name: /^Address/u }), 'https://crm.example/card')
  await user.click(screen.getByRole('combobox', { name: /^Departments/u }))
  await user.click(await screen.findByRole('option', { name: 'Support' }))
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(save)
  expect(await screen.findByDisplayValue(secret)).toBeTruthy()
  expect(asked).toHaveBeenCalledExactlyOnceWith({
    ...{ name: 'Licences', url: 'https://crm.example/card', typeIds: [], departmentIds: [ids.department] },
    ...{ timeoutSeconds: 3, isActive: true },
  })
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(desk.location?.pathname).toBe(`/settings/context-cards/${licences.id}`))
  expect(screen.queryByDisplayValue(secret)).toBeNull()
})

test('an address that is refused is told at its field, and the draft stays', SLOW, async () => {
  show('/settings/context-cards/new')
  const problem = { pointer: '/body/url', code: 'invalid_format', message: 'Invalid URL' }
  server.use(refuse(createContextCard, 'invalid_request', [problem]))
  await user.type(await screen.findByRole('textbox', { name: /^Name/u }), 'Licences')
  await user.type(screen.getByRole('textbox', { name: /^Address/u }), 'ftp://crm.example')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const field = await screen.findByDisplayValue('ftp://crm.example')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  expect(document.activeElement).toBe(field)
})

test('a card is tried with a case: the exchange and what is wrong with it stand there', SLOW, async () => {
  show(`/settings/context-cards/${licences.id}`)
  server.use(
    answer(listCases, pageOf(buildSummary())),
    answer(tryContextCard, attempt, ({ body }) => asked(body)),
  )
  const panel = within(await screen.findByRole('region', { name: 'Try it' }))
  await user.type(panel.getByRole('textbox', { name: /^Case/u }), '1042')
  await user.click(await screen.findByRole('option', { name: /^#1042/u }))
  await user.click(panel.getByRole('button', { name: 'Try it' }))
  expect(await panel.findByText('The answer cannot be shown.')).toBeTruthy()
  expect(asked).toHaveBeenCalledExactlyOnceWith({ caseId: ids.case })
  expect(panel.getByRole('list', { name: 'What is wrong with the answer' }).textContent).toBe(
    '/timeToLiveSeconds Invalid input',
  )
  expect(panel.getByLabelText('Request').textContent).toContain('webhook-id: msg_1')
  expect(panel.getByLabelText('Answer after 84 ms').textContent).toContain('HTTP 200')
  expect(await axeViolations(document.body)).toEqual([])
})

test('a card is changed, gets another secret after a question, and is removed', SLOW, async () => {
  const desk = show(`/settings/context-cards/${licences.id}`)
  server.use(
    answer(updateContextCard, { ...licences, version: 5 }, ({ body }) => asked(body)),
    answer(rotateContextCardSecret, { ...licences, secret }),
    answer(removeContextCard, null),
  )
  await user.click(await screen.findByRole('switch', { name: 'In use' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ isActive: false })))

  await user.click(screen.getByRole('button', { name: 'Make a new one' }))
  const question = within(await screen.findByRole('dialog', { name: 'Make a new secret?' }))
  await user.click(question.getByRole('button', { name: 'Make a new one' }))
  expect(await screen.findByDisplayValue(secret)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Done' }))

  await user.click(screen.getByRole('button', { name: 'Remove' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(desk.location?.pathname).toBe('/settings/context-cards'))
})
