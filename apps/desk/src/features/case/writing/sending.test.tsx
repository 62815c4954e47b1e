import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listSnoozeChoices } from '@timedesk/contracts/case-attention'
import { postReply } from '@timedesk/contracts/dialogue'
import { keepDraft, listCaseDrafts, type MessageDraft } from '@timedesk/contracts/drafts'
import { callBackDraft, scheduleDraft } from '@timedesk/contracts/scheduled-messages'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, server } from '../../../test/answers.ts'
import { buildMessageDraft } from '../../../test/build-draft.ts'
import { buildMe, buildMessage, ids, mette } from '../../../test/build.ts'
import { caseAnswers } from '../../../test/case-answers.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const AT = '2026-03-03T07:00:00.000Z'
const asked = vi.fn<(body: unknown) => void>()
const posted = vi.fn<(body: unknown) => void>()
const calledBack = vi.fn<() => void>()
const patient = { me: { ...buildMe(), undoSeconds: 30 as const } }

const written = buildMessageDraft({ version: 3 })
function waiting(isLeaving: boolean): MessageDraft {
  return {
    ...written,
    version: 4,
    sending: { at: AT, by: mette, isLeaving, options: {} },
    can: { write: false, unshare: false, callBack: true },
  }
}

beforeEach(() => {
  for (const heard of [asked, posted, calledBack]) heard.mockClear()
  localStorage.clear()
  sessionStorage.clear()
  server.use(...caseAnswers)
  server.use(
    answer(listCaseDrafts, { data: [written], scheduled: [] }),
    answer(keepDraft, written),
    answer(postReply, buildMessage(), ({ body }) => posted(body)),
    answer(callBackDraft, { ...written, version: 5 }, () => calledBack()),
  )
})

/** The draft on the server opens the reply. */
async function openReply(words = 'Dear Anna') {
  const reply = () => screen.getByRole('textbox', { name: 'Reply' })
  await screen.findByRole('textbox', { name: 'Reply' }, { timeout: 25_000 })
  await waitFor(() => expect(reply().textContent).toBe(words))
  return reply()
}

test('what is sent waits for who may call it back, and comes back with its words', SLOW, async () => {
  server.use(answer(scheduleDraft, waiting(true), ({ body }) => asked(body)))
  showDesk('/cases/1042', patient)
  await openReply()
  await userEvent.click(await screen.findByRole('button', { name: 'Send' }, { timeout: 25_000 }))

  const bar = within(await screen.findByRole('region', { name: 'Sent just now' }))
  const spoken = await screen.findByText('The reply on #1042 goes out in a moment. You can call it back.')
  expect(spoken.getAttribute('aria-live')).toBe('polite')
  expect(bar.getByText(/^The reply on #1042 goes out in \d+ s$/u)).toBeTruthy()
  expect(asked).toHaveBeenCalledWith({})
  const leaving = await screen.findByRole('article', { name: 'Goes out in a moment: Mette Holm' })
  expect(leaving.textContent).toContain('Dear Anna')
  await openReply('')
  expect(await axeViolations(document.body)).toEqual([])

  server.use(answer(listCaseDrafts, { data: [{ ...written, version: 5 }], scheduled: [] }))
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')

  await openReply()
  expect(calledBack).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('region', { name: 'Sent just now' })).toBeNull()
  expect(posted).not.toHaveBeenCalled()
})

test('whoever wants no time to call back sends at once', SLOW, async () => {
  showDesk('/cases/1042')
  await openReply()
  await userEvent.click(await screen.findByRole('button', { name: 'Send' }))

  await waitFor(() => expect(posted).toHaveBeenCalledTimes(1))
  expect(asked).not.toHaveBeenCalled()
})

test('a message is sent later at a moment of one’s own work, by key', SLOW, async () => {
  server.use(
    answer(listSnoozeChoices, { data: [{ kind: 'tomorrow', until: AT }] }),
    answer(scheduleDraft, waiting(false), ({ body }) => asked(body)),
  )
  showDesk('/cases/1042')
  await openReply()
  await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}')
  const dialog = within(await screen.findByRole('dialog', { name: 'When is it to go out?' }))
  await userEvent.click(await dialog.findByRole('button', { name: /^Next working day/u }))

  await waitFor(() => expect(asked).toHaveBeenCalledWith({ sendAt: AT }))
  expect(await screen.findByRole('region', { name: /^This reply goes out by itself/u })).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: 'Reply' })).toBeNull()
})

test('what waits is shown in the place of the writing, and goes out now', SLOW, async () => {
  server.use(
    answer(listCaseDrafts, { data: [waiting(false)], scheduled: [] }),
    answer(scheduleDraft, waiting(true), ({ body }) => asked(body)),
  )
  showDesk('/cases/1042', patient)
  const card = within(
    await screen.findByRole('region', { name: /^This reply goes out by itself/u }, { timeout: 25_000 }),
  )
  expect(card.getByText('Dear Anna')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  await userEvent.click(card.getByRole('button', { name: 'Send now' }))
  // By the clock of the server alone, and with the time to call it back.
  const bar = within(await screen.findByRole('region', { name: 'Sent just now' }))
  expect(asked).toHaveBeenCalledExactlyOnceWith({})
  await userEvent.click(bar.getByRole('button', { name: 'Undo: call back what was sent on #1042' }))
  await waitFor(() => expect(calledBack).toHaveBeenCalledTimes(1))
})

test('what waits comes back to its place as a draft', SLOW, async () => {
  server.use(answer(listCaseDrafts, { data: [waiting(false)], scheduled: [] }))
  showDesk('/cases/1042')
  const back = await screen.findByRole('button', { name: 'Back to the draft' }, { timeout: 25_000 })
  server.use(answer(listCaseDrafts, { data: [{ ...written, version: 5 }], scheduled: [] }))
  await userEvent.click(back)
  await openReply()
})

test('what was not sent says why, and a colleague’s message says when it comes', SLOW, async () => {
  const problem = { at: AT, code: 'newer_messages', detail: null }
  const bo = { id: ids.solved, name: 'Bo Lund' }
  server.use(
    answer(listCaseDrafts, {
      data: [{ ...written, problem }],
      scheduled: [{ draftId: ids.message, kind: 'note', at: AT, by: bo }],
    }),
  )
  showDesk('/cases/1042')
  await openReply()

  expect(screen.getByText(/^It was not sent .*: Somebody else wrote on the case in the meantime\./u)).toBeTruthy()
  expect(screen.getByText(/^Bo Lund saves a note /u)).toBeTruthy()
})

test('a second message waits until the first is out', SLOW, async () => {
  server.use(answer(listCaseDrafts, { data: [waiting(true)], scheduled: [] }))
  showDesk('/cases/1042', patient)
  await userEvent.type(await openReply(''), 'And one more thing')
  await userEvent.click(await screen.findByRole('button', { name: 'Send' }))

  expect(await screen.findByText('The one before is just going out. Send again in a moment.')).toBeTruthy()
  expect(posted).not.toHaveBeenCalled()
})
