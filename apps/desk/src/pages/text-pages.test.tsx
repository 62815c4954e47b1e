import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createCannedText, getCannedText, listCannedTexts, updateCannedText } from '@timedesk/contracts/canned-texts'
import { getCase } from '@timedesk/contracts/cases'
import { createMacro, getMacro, getMacroPreview, listMacros } from '@timedesk/contracts/macros'
import { listSettingLog } from '@timedesk/contracts/setting-log'
import { listCases } from '@timedesk/contracts/work-list'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { askVersion, thanks } from '../test/automation-cast.ts'
import { buildCase, buildMe, buildSummary, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = { timeout: 40_000 }
const lead = { me: buildMe('lead') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(asked: unknown) => void>()

beforeEach(() => asked.mockClear())

function show(address: string, options = lead) {
  const desk = showDesk(address, options)
  server.use(
    answer(listCannedTexts, pageOf(thanks), ({ query }) => asked(query.get('scope'))),
    answer(listMacros, pageOf(askVersion)),
    answer(getCannedText, thanks),
    answer(getMacro, askVersion),
    answer(listSettingLog, pageOf()),
    answer(listCases, pageOf(buildSummary())),
    answer(getCase, buildCase()),
  )
  return desk
}

async function chooseCase() {
  await user.click(screen.getByRole('textbox', { name: 'On a case' }))
  await user.click(await screen.findByRole('option', { name: /#1042/u }))
}

test('texts are listed by whose they are, with what they say', SLOW, async () => {
  show('/settings/texts')
  expect(await screen.findByRole('link', { name: 'Thank you' })).toBeTruthy()
  expect(screen.getByText('::thanks')).toBeTruthy()
  expect(screen.getByText('Dear {{contact.firstName}}, thank you.')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(screen.getByRole('radio', { name: 'Mine' }))

  await waitFor(() => expect(asked.mock.calls).toEqual([['everyone'], ['private']]))
})

test('an agent writes texts of its own alone, and reads shared ones', SLOW, async () => {
  show('/settings/texts/new', { me: buildMe('agent') })
  expect(await screen.findByRole('radio', { name: /^Everyone/u })).toHaveProperty('disabled', true)
  expect(screen.getByRole('radio', { name: /Only me/u })).toHaveProperty('checked', true)
})

test('a shared text that is not ours to change is shown without a way to save it', SLOW, async () => {
  show(`/settings/texts/${thanks.id}`, { me: buildMe('agent') })
  server.use(answer(getCannedText, { ...thanks, can: { edit: false } }))
  expect(await screen.findByText(/This is shared/u)).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'English' }).matches(':disabled')).toBe(true)
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})

test('a variable is picked by keyboard into the text, which a case fills in at once', SLOW, async () => {
  show(`/settings/texts/${thanks.id}`)
  server.use(answer(updateCannedText, thanks, ({ body }) => asked(body)))
  const danish = await screen.findByRole('textbox', { name: 'Danish' })
  await user.type(danish, 'Kære ')
  screen.getByRole('button', { name: 'Insert a variable into Danish' }).focus()
  await user.keyboard('{Enter}')
  const menu = within(await screen.findByRole('menu'))
  menu.getByRole('menuitem', { name: /First name of the contact/u }).focus()
  await user.keyboard('{Enter}')
  expect(danish).toHaveProperty('value', 'Kære {{contact.firstName}}')

  await chooseCase()
  const preview = within(screen.getByRole('region', { name: 'How it reads' }))
  expect(await preview.findByText('Dear Anna, thank you.')).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'Dansk' }))
  expect(await screen.findByText('Kære Anna')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('a shortcut that is taken and a variable that does not exist are told at their fields', SLOW, async () => {
  show('/settings/texts/new')
  const wrong = { code: 'taken', message: 'It is taken.' }
  server.use(refuse(createCannedText, 'conflict', [{ pointer: '/body/shortcut', ...wrong }]))
  await user.type(await screen.findByRole('textbox', { name: /Name/u }), 'Sorry')
  const shortcut = screen.getByRole('textbox', { name: /Shortcut/u })
  await user.type(shortcut, 'thanks')
  const english = screen.getByRole('textbox', { name: 'English' })
  await user.click(english)
  await user.paste('Sorry, {{contact.nickname}}')
  expect(screen.getByText('There is no variable {{contact.nickname}}.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(shortcut.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByDisplayValue('thanks')).toBeTruthy()
  expect(screen.getByDisplayValue('Sorry, {{contact.nickname}}')).toBeTruthy()
})

test('a macro shows on a case what it says and changes, and why it could not run', SLOW, async () => {
  show(`/settings/texts/macros/${askVersion.id}`)
  server.use(
    answer(getMacroPreview, {
      macro: { id: askVersion.id, name: askVersion.name },
      message: null,
      changes: [{ kind: 'tags', name: null, from: null, to: 'version', isChange: true }],
      refusal: { code: 'gate_closed', detail: 'Told in English.' },
      caseVersion: 7,
    }),
  )
  await screen.findByRole('textbox', { name: 'English' })
  await chooseCase()

  expect(await screen.findByText('Which version of Cannot print invoices?')).toBeTruthy()
  expect(await screen.findByText(/It cannot run there now: Something has to be done/u)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Remove Tags' }))
  expect(screen.getByText('The changes are those that were saved last.')).toBeTruthy()
})

test('a macro that does nothing is refused at its changes and keeps what was written', SLOW, async () => {
  show('/settings/texts/macros/new?scope=private')
  const missing = { pointer: '/body/changes', code: 'required', message: 'Say something, or change something.' }
  server.use(refuse(createMacro, 'rule_refused', [missing]))
  await user.type(await screen.findByRole('textbox', { name: /Name/u }), 'Quiet')
  await user.click(screen.getByRole('radio', { name: 'Nothing' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Add at least one.')).toBeTruthy()

  server.use(answer(createMacro, askVersion, ({ body }) => asked(body)))
  await user.click(screen.getByRole('button', { name: 'Add a change' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Tags' }))
  await user.type(screen.getByLabelText('Add tags', { selector: 'input' }), 'quiet{Enter}')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(asked).toHaveBeenLastCalledWith({
      ...{ name: 'Quiet', scope: 'private', departmentId: null, message: null, position: 0 },
      changes: [{ kind: 'tags', add: ['quiet'], remove: [] }],
    }),
  )
})
