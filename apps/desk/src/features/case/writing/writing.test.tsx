import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getCase, markCaseRead } from '@timedesk/contracts/cases'
import { getContact } from '@timedesk/contracts/contacts'
import { getCaseCover } from '@timedesk/contracts/cover'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { listTimeline, postReply } from '@timedesk/contracts/dialogue'
import { askWriter, keepDraft, listCaseDrafts, shareDraft, takeOverWriting } from '@timedesk/contracts/drafts'
import { announcePresence, getCasePresence, type Presence } from '@timedesk/contracts/presence'
import { listDepartments, listEmployees } from '@timedesk/contracts/staff'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../../../test/answers.ts'
import { buildMessageDraft } from '../../../test/build-draft.ts'
import { buildCase, buildMessage, ids, pageOf } from '../../../test/build.ts'
import { besideAnswers } from '../../../test/case-answers.ts'
import { employee } from '../../../test/office-cast.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const bo = { id: ids.solved, name: 'Bo Lund' }
const boReplies: Presence = { employee: bo, state: 'replying', until: '2026-03-02T10:40:00.000Z' }
const asked = vi.fn<(body: unknown) => void>()

beforeEach(() => {
  asked.mockClear()
  localStorage.clear()
  server.use(
    ...besideAnswers,
    answer(getCase, buildCase()),
    answer(listTimeline, pageOf(buildMessage())),
    answer(markCaseRead, null),
    answer(keepDraft, buildMessageDraft(), ({ body }) => asked(body)),
    refuse(getCustomerCard, 'permission_denied'),
    refuse(getContact, 'permission_denied'),
    refuse(getCaseCover, 'permission_denied'),
  )
})

/** The first case that is opened brings the editor along. */
function openNote() {
  return screen.findByRole('textbox', { name: 'Internal note' }, { timeout: 25_000 })
}

async function openReply() {
  await userEvent.click(await screen.findByRole('radio', { name: 'Reply' }))
  return screen.findByRole('textbox', { name: 'Reply' })
}

test('a blank composer opens on the note, and what is written is saved on the server', SLOW, async () => {
  showDesk('/cases/1042')
  const note = await openNote()

  await userEvent.type(note, 'Look at the log')

  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(asked).toHaveBeenCalledWith(
    expect.objectContaining({ body: 'Look at the log', seenMessageId: ids.message, attachmentIds: [] }),
  )
})

test('what was begun on a phone goes on here, and is sent as that draft', SLOW, async () => {
  server.use(
    answer(listCaseDrafts, { data: [buildMessageDraft({ version: 3 })], scheduled: [] }),
    answer(postReply, buildMessage(), ({ body }) => asked(body)),
  )
  showDesk('/cases/1042')

  const reply = await openReply()
  await waitFor(() => expect(reply.textContent).toBe('Dear Anna'))
  expect(screen.getByText(/You wrote this on a phone/u)).toBeTruthy()
  expect(screen.getByText('Goes to Anna Berg and is seen by the customer')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))

  await waitFor(() =>
    expect(asked).toHaveBeenCalledWith({
      ...{ body: 'Dear Anna', attachmentIds: [] },
      draft: { id: buildMessageDraft().id, version: 3 },
    }),
  )
})

test('a draft that cannot be reached keeps its words in this browser and says so', SLOW, async () => {
  server.use(refuse(keepDraft, 'not_found'))
  showDesk('/cases/1042')

  await userEvent.type(await openNote(), 'Only here')

  expect(await screen.findByText('Saved in this browser only; the server cannot be reached')).toBeTruthy()
  expect(localStorage.getItem(`timedesk.draft.${ids.mette}.${ids.case}.note`)).toContain('Only here')
})

test('a colleague who writes a reply is seen, can be asked, and written on together with', SLOW, async () => {
  const shared = buildMessageDraft({ isShared: true, owner: { ...bo, isActive: true }, body: 'Hello from Bo' })
  server.use(
    answer(getCasePresence, { data: [boReplies] }),
    answer(announcePresence, { data: [boReplies] }),
    answer(askWriter, null, ({ body }) => asked(body)),
    answer(takeOverWriting, { draft: shared }, ({ body }) => asked(body)),
  )
  showDesk('/cases/1042')
  expect(await screen.findByRole('img', { name: 'Here now: Bo Lund is writing a reply' })).toBeTruthy()

  await openReply()
  const bar = within(
    (await screen.findByText('Bo Lund is writing a reply.')).closest('[role="status"]') ?? document.body,
  )
  await userEvent.click(bar.getByRole('button', { name: 'Ask' }))
  await waitFor(() => expect(asked).toHaveBeenCalledWith({ employeeId: bo.id }))
  await userEvent.click(bar.getByRole('button', { name: 'Take over' }))

  expect(await screen.findByText(/Shared draft: every colleague .* Begun by Bo Lund/u)).toBeTruthy()
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Reply' }).textContent).toBe('Hello from Bo'))
  expect(await axeViolations(document.body)).toEqual([])
})

test('a draft is shared once it is saved', SLOW, async () => {
  const own = buildMessageDraft({ kind: 'note', body: 'For all of us' })
  const shared = { ...own, isShared: true, version: 2, can: { write: true, unshare: true, callBack: false } }
  server.use(answer(listCaseDrafts, { data: [own], scheduled: [] }), answer(shareDraft, shared))
  showDesk('/cases/1042')

  await userEvent.click(await screen.findByRole('button', { name: 'Share the draft with colleagues' }))

  expect(await screen.findByRole('button', { name: 'Make it mine alone again' })).toBeTruthy()
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Internal note' }).textContent).toBe('For all of us'))
})

test('a colleague is called by name with @ in a note', SLOW, async () => {
  server.use(answer(listEmployees, pageOf({ ...employee, ...bo })), answer(listDepartments, pageOf()))
  showDesk('/cases/1042')
  const note = await openNote()

  await userEvent.type(note, 'Hi @bo')
  expect(await screen.findByRole('option', { name: /Bo Lund/u })).toBeTruthy()
  await userEvent.keyboard('{Enter}')

  await waitFor(() =>
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({
        body: expect.stringMatching(new RegExp(`^Hi \\[@Bo Lund\\]\\(mention:employee/${bo.id}\\)`, 'u')) as string,
      }),
    ),
  )
})
