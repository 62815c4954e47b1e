import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseTexts } from '@timedesk/contracts/canned-texts'
import { listCaseStatuses } from '@timedesk/contracts/case-settings'
import { getCase, markCaseRead } from '@timedesk/contracts/cases'
import { getContact } from '@timedesk/contracts/contacts'
import { getCaseCover } from '@timedesk/contracts/cover'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { listTimeline } from '@timedesk/contracts/dialogue'
import { getMacroPreview, listMacros, runMacro, type Macro, type MacroPreview } from '@timedesk/contracts/macros'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../../../test/answers.ts'
import { buildCase, buildMessage, ids, pageOf } from '../../../test/build.ts'
import { besideAnswers } from '../../../test/case-answers.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

const askVersion: Macro = {
  ...{ id: ids.open, name: 'Ask for the version', scope: 'everyone', department: null, owner: null, message: null },
  ...{ changes: [], names: [], position: 1, isActive: true, can: { edit: false }, version: 1 },
}
const close: Macro = { ...askVersion, id: ids.solved, name: 'Close politely' }
const preview: MacroPreview = {
  macro: { id: askVersion.id, name: askVersion.name },
  message: { kind: 'reply', language: 'en', body: 'Dear Anna, which version do you use?' },
  changes: [
    { kind: 'status', name: null, from: 'Open', to: 'Waiting for customer', isChange: true },
    { kind: 'priority', name: null, from: 'Normal', to: 'Normal', isChange: false },
  ],
  ...{ refusal: null, caseVersion: 7 },
}
const texts = [
  { id: ids.open, name: 'Thank you', shortcut: 'thanks', language: 'en' as const, body: 'Dear Anna, thank you.' },
  {
    id: ids.solved,
    name: 'Thanks for waiting',
    shortcut: 'wait',
    language: 'en' as const,
    body: 'Thank you for waiting.',
  },
]

beforeEach(() => {
  asked.mockClear()
  localStorage.clear()
  server.use(
    ...besideAnswers,
    answer(getCase, buildCase()),
    answer(listMacros, pageOf(askVersion, close)),
    answer(getMacroPreview, preview),
    answer(listCaseStatuses, { data: [] }),
    answer(listCaseTexts, { data: texts }),
    answer(listTimeline, pageOf(buildMessage())),
    answer(markCaseRead, null),
    refuse(getCustomerCard, 'permission_denied'),
    refuse(getContact, 'permission_denied'),
    refuse(getCaseCover, 'permission_denied'),
  )
})

async function openMacros() {
  showDesk('/cases/1042')
  await screen.findByRole('heading', { level: 1, name: 'Cannot print invoices' })
  await user.keyboard('m')
  return within(await screen.findByRole('dialog', { name: 'Run a macro on #1042' }))
}

test('a macro is found, previewed, edited and run without a mouse', SLOW, async () => {
  server.use(answer(runMacro, { macro: preview.macro, message: null, case: buildCase() }, ({ body }) => asked(body)))
  const dialog = await openMacros()

  await user.keyboard('ask{Enter}')
  const text = await dialog.findByRole('textbox', { name: 'Reply to the customer' })
  expect(dialog.getByText('as it is', { exact: false })).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(text)
  await user.keyboard(' Best regards{Control>}{Enter}{/Control}')

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked).toHaveBeenCalledExactlyOnceWith({
    macroId: askVersion.id,
    body: 'Dear Anna, which version do you use? Best regards',
  })
})

test('a macro that would be refused says so first; one that is refused keeps the edited text', SLOW, async () => {
  server.use(
    answer(getMacroPreview, { ...preview, refusal: { code: 'case_closed', detail: 'The case is closed' } }),
    refuse(runMacro, 'stale_version'),
  )
  const dialog = await openMacros()

  expect(await dialog.findByText('It cannot run now: The case is closed. Reopen it first.')).toBeTruthy()
  const text = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to the customer' })
  await user.type(text, ' Thanks')
  await user.click(dialog.getByRole('button', { name: 'Send and change' }))

  expect(await dialog.findByText('The case has changed meanwhile. Look at the preview again.')).toBeTruthy()
  expect(text.value).toBe('Dear Anna, which version do you use? Thanks')
})

test('only the text of a macro is put into the message', SLOW, async () => {
  const dialog = await openMacros()
  await user.click(await dialog.findByRole('button', { name: 'Only put the text in' }))

  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'Reply' }).textContent).toBe('Dear Anna, which version do you use?'),
  )
})

test('a canned text is found behind its button by arrows, and put in by Enter', SLOW, async () => {
  showDesk('/cases/1042')
  await user.click(await screen.findByRole('radio', { name: 'Reply' }))
  await user.click(await screen.findByRole('textbox', { name: 'Reply' }))
  await user.click(await screen.findByRole('button', { name: 'Canned text' }))

  const field = await screen.findByRole('combobox', { name: 'Find a text' })
  const options = await screen.findAllByRole('option')
  expect(field.getAttribute('aria-activedescendant')).toBe(options[0]?.id)
  await user.click(field)
  await user.keyboard('{ArrowDown}')
  expect(field.getAttribute('aria-activedescendant')).toBe(options[1]?.id)
  expect(await axeViolations(document.body)).toEqual([])
  await user.keyboard('{Enter}')

  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Reply' }).textContent).toBe('Thank you for waiting.'))
})

test('typing :: offers texts beside the words, told to who cannot see them, and Escape lets go', SLOW, async () => {
  showDesk('/cases/1042')
  await user.click(await screen.findByRole('radio', { name: 'Reply' }))
  await user.click(await screen.findByRole('textbox', { name: 'Reply' }))
  await user.keyboard('Hello ::')

  const options = await screen.findAllByRole('option')
  expect(await screen.findByText('2 texts. Arrow keys choose, Enter puts one in, Escape closes.')).toBeTruthy()
  const editor = screen.getByRole('textbox', { name: 'Reply' })
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(editor.getAttribute('aria-activedescendant')).toBe(options[1]?.id))
  await user.keyboard('{Enter}')
  expect(editor.textContent).toBe('Hello Thank you for waiting.')

  await user.keyboard(' ::')
  await screen.findAllByRole('option')
  await user.keyboard('{Escape}')

  await waitFor(() => expect(screen.queryByRole('option')).toBeNull())
  expect(editor.textContent).toContain('::')
})
