import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCases } from '@timedesk/contracts/work-list'
import { postReply } from '@timedesk/contracts/dialogue'
import { keepDraft, listCaseDrafts } from '@timedesk/contracts/drafts'
import { scheduleDraft } from '@timedesk/contracts/scheduled-messages'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../../../test/answers.ts'
import { buildMessageDraft } from '../../../test/build-draft.ts'
import { buildMe, buildMessage, ids, mette, pageOf } from '../../../test/build.ts'
import { caseAnswers } from '../../../test/case-answers.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const REFUSED = 'The reply on #1042 was not sent'
const asked = vi.fn<(what: unknown) => void>()
const me = (undoSeconds: 0 | 30) => ({ me: { ...buildMe(), undoSeconds } })
const written = buildMessageDraft({ version: 3 })
const leaving = {
  ...written,
  version: 4,
  sending: { at: '2026-03-03T07:00:00.000Z', by: mette, isLeaving: true, options: {} },
  can: { write: false, unshare: false, callBack: true },
}
let held = Promise.withResolvers<undefined>()
const hold = (what: { body: unknown }) => {
  asked(what.body)
  return held.promise
}

beforeEach(() => {
  asked.mockClear()
  held = Promise.withResolvers()
  localStorage.clear()
  sessionStorage.clear()
  server.use(...caseAnswers)
  server.use(
    answer(listCases, pageOf()),
    answer(listCaseDrafts, { data: [written], scheduled: [] }),
    answer(keepDraft, { ...written, version: 4, body: 'Dear Anna!' }),
  )
})

const reply = () => screen.getByRole('textbox', { name: 'Reply' })
async function openReply(undoSeconds: 0 | 30) {
  const desk = showDesk('/cases/1042', me(undoSeconds))
  await screen.findByRole('textbox', { name: 'Reply' }, { timeout: 25_000 })
  await waitFor(() => expect(reply().textContent).toBe('Dear Anna'))
  return { desk, send: await screen.findByRole('button', { name: 'Send' }, { timeout: 25_000 }) }
}

/** Sends, and is elsewhere before the answer. */
async function sendAndLeave(undoSeconds: 0 | 30) {
  const { desk, send } = await openReply(undoSeconds)
  await userEvent.click(send)
  await waitFor(() => expect(asked).toHaveBeenCalled())
  await userEvent.click(screen.getAllByRole('link', { name: /^Inbox/u })[0] ?? document.body)
  await waitFor(() => expect(desk.location?.pathname).toBe('/cases'))
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Reply' })).toBeNull())
  held.resolve(undefined)
  return desk
}

test('two presses while the draft is being saved make one message', SLOW, async () => {
  server.use(
    answer(keepDraft, { ...written, version: 4, body: 'Dear Anna!' }, () => held.promise),
    answer(scheduleDraft, { ...leaving, version: 5 }, ({ body }) => asked(body)),
  )
  const { send } = await openReply(30)
  await userEvent.type(reply(), '!')
  fireEvent.click(send)
  fireEvent.click(send)
  held.resolve(undefined)

  expect(await screen.findByRole('region', { name: 'Sent just now' })).toBeTruthy()
  await waitFor(() => expect(reply().textContent).toBe(''))
  expect(asked).toHaveBeenCalledTimes(1)
})

test('nothing is typed into what is on its way, and the writer goes on after it', SLOW, async () => {
  server.use(answer(scheduleDraft, leaving, hold))
  await openReply(30)
  await userEvent.type(reply(), '{Control>}{Enter}{/Control}')
  await waitFor(() => expect(reply().getAttribute('contenteditable')).toBe('false'))
  // As a browser does with what takes nothing any more.
  reply().blur()

  held.resolve(undefined)
  await waitFor(() => expect(reply().getAttribute('contenteditable')).toBe('true'))
  await waitFor(() => expect([document.activeElement, reply().textContent]).toEqual([reply(), '']))
})

test('who has left the case by then can still call the message back, and its draft is gone', SLOW, async () => {
  server.use(answer(scheduleDraft, leaving, hold))
  const desk = await sendAndLeave(30)

  expect(await screen.findByRole('region', { name: 'Sent just now' })).toBeTruthy()
  await waitFor(() => expect(localStorage.getItem(`timedesk.draft.${ids.mette}.${ids.case}.reply`)).toBeNull())
  expect(desk.location?.pathname).toBe('/cases')
})

test('who has left the case by then is told of a refusal', SLOW, async () => {
  server.use(refuse(scheduleDraft, 'case_closed', [], hold))
  await sendAndLeave(30)
  expect(await screen.findByText(REFUSED)).toBeTruthy()
})

test('so is who sends at once', SLOW, async () => {
  server.use(refuse(postReply, 'case_closed', [], hold))
  await sendAndLeave(0)
  expect(await screen.findByText(REFUSED)).toBeTruthy()
})

test('the draft of what was sent at once is gone for who has left by then', SLOW, async () => {
  server.use(answer(postReply, buildMessage(), hold))
  await sendAndLeave(0)
  await waitFor(() => expect(localStorage.getItem(`timedesk.draft.${ids.mette}.${ids.case}.reply`)).toBeNull())
  expect(screen.queryByText(REFUSED)).toBeNull()
})

test('what turns out to be another text is not sent, and the writer is told', SLOW, async () => {
  const theirs = { ...written, version: 5, body: 'Good morning\n\nDear Anna' }
  server.use(answer(scheduleDraft, leaving, hold))
  const { send } = await openReply(30)
  await userEvent.type(reply(), '!')
  server.use(refuse(keepDraft, 'stale_version'), answer(listCaseDrafts, { data: [theirs], scheduled: [] }))
  await userEvent.click(send)

  expect(await screen.findByText(/^It changed while it was on its way, and was not sent/u)).toBeTruthy()
  expect(asked).not.toHaveBeenCalled()
})
