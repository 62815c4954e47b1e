import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getCase, updateCase } from '@timedesk/contracts/cases'
import { previewTime } from '@timedesk/contracts/cover'
import { listTimeline, postReply, writeNote } from '@timedesk/contracts/dialogue'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { caseAnswers } from '../test/case-answers.ts'
import { anna, buildCase, buildMessage, ids, mette, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'
import { buildVerdict } from '../test/time-cast.ts'

beforeEach(() => {
  server.use(...caseAnswers)
})

/** The first case that is opened brings the editor along. */
const SLOW = { timeout: 30_000 }
const draftKey = `timedesk.draft.${ids.mette}.${ids.case}.reply`

function keepDraft(body: string, seenId: string = ids.message): void {
  const time = {
    minutes: null,
    activityTypeId: null,
    isBillable: null,
    workDate: null,
    customerText: '',
    internalText: '',
  }
  localStorage.setItem(draftKey, JSON.stringify({ body, files: [], pictureIds: [], time, seenId }))
}

test('the page shows the case, its dialogue and what may be done, without accessibility violations', SLOW, async () => {
  showDesk('/cases/1042')

  expect(await screen.findByRole('heading', { level: 1, name: 'Cannot print invoices' })).toBeTruthy()
  const message = await screen.findByRole('article', { name: 'Public: Anna Berg' })
  expect(within(message).getByText('Since this morning printing stops.')).toBeTruthy()
  await screen.findByRole('textbox', { name: 'Internal note' })
  expect(await axeViolations(document.body)).toEqual([])
})

test('a refused reply keeps the draft and says why', async () => {
  keepDraft('Please try the new driver.')
  server.use(refuse(postReply, 'case_closed'))
  showDesk('/cases/1042')

  await userEvent.click(await screen.findByRole('button', { name: 'Send' }))

  expect(await screen.findByText('The case is closed. Reopen it first.')).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'Reply' }).textContent).toBe('Please try the new driver.')
  expect(localStorage.getItem(draftKey)).toContain('Please try the new driver.')
})

test('a reply goes with its time and status, and its draft is forgotten', async () => {
  keepDraft('Done.')
  const onRequest = vi.fn<(asked: unknown) => void>()
  server.use(
    answer(postReply, buildMessage({ author: { kind: 'employee', ...mette }, isDescription: false }), ({ body }) =>
      onRequest(body),
    ),
    answer(previewTime, buildVerdict()),
  )
  showDesk('/cases/1042')

  await userEvent.type(await screen.findByRole('textbox', { name: 'Time spent' }), '22')
  expect(await screen.findByText('0:22 → 0:30 · V-12: 3:15 → 2:45 left · no overage')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Other ways to send' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Send and solve' }))

  await waitFor(() => expect(localStorage.getItem(draftKey)).toBeNull())
  expect(onRequest).toHaveBeenCalledExactlyOnceWith({
    body: 'Done.',
    attachmentIds: [],
    statusId: ids.solved,
    time: { minutes: 22, activityTypeId: ids.activity },
    seenMessageId: ids.message,
  })
})

test('a message that came while one wrote is shown before the second press sends', async () => {
  keepDraft('Have you tried turning it off?')
  const onRequest = vi.fn<(asked: unknown) => void>()
  const newer = buildMessage({
    id: '01900000-0000-7000-8000-0000000000aa',
    at: '2026-03-02T11:00:00.000Z',
    body: 'It works again!',
    isDescription: false,
  })
  server.use(answer(listTimeline, pageOf(newer, buildMessage())), answer(postReply, buildMessage(), onRequest))
  showDesk('/cases/1042')

  await userEvent.click(await screen.findByRole('button', { name: 'Review 1 new message' }))
  expect(onRequest).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))

  await waitFor(() => expect(onRequest).toHaveBeenCalledOnce())
})

test('the note stands apart from the reply and is saved as a note', async () => {
  const onRequest = vi.fn<(asked: unknown) => void>()
  server.use(answer(writeNote, { ...buildMessage(), kind: 'note' as const }, ({ body }) => onRequest(body)))
  keepDraft('Only for us.')
  localStorage.setItem(draftKey.replace('.reply', '.note'), localStorage.getItem(draftKey) ?? '')
  showDesk('/cases/1042')

  await userEvent.click(await screen.findByRole('radio', { name: 'Internal note' }))
  expect(await screen.findByText('Only staff see this')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Save note' }))

  await waitFor(() =>
    expect(onRequest).toHaveBeenCalledExactlyOnceWith({
      ...{ body: 'Only for us.', attachmentIds: [], seenMessageId: ids.message },
    }),
  )
})

test('two people who change the same subject see both, and nothing is lost', async () => {
  server.use(
    refuse(updateCase, 'stale_version'),
    answer(getCase, buildCase({ version: 2, subject: 'Printing is broken' })),
  )
  showDesk('/cases/1042')

  await userEvent.click(await screen.findByRole('button', { name: 'Change the subject' }))
  server.use(answer(getCase, buildCase({ version: 3, subject: 'Printers at Nordlys' })))
  const field = await screen.findByRole('textbox', { name: 'Subject' })
  await userEvent.clear(field)
  await userEvent.type(field, 'Invoices do not print{Enter}')

  expect(await screen.findByText('You: Invoices do not print — now: Printers at Nordlys')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Use mine' })).toBeTruthy()
})

test.for([
  ['not_found', 'Nothing here'],
  ['permission_denied', 'You may not see this'],
] as const)('a case that is refused by %s says so', async ([code, title]) => {
  server.use(refuse(getCase, code))
  showDesk('/cases/1042')

  expect(await screen.findByRole('heading', { name: title })).toBeTruthy()
})

test('somebody who may only read has no composer', async () => {
  const can = {
    reply: false,
    note: false,
    edit: false,
    dispatch: false,
    registerTime: false,
    override: false,
    merge: false,
    unmerge: false,
    moveTo: [],
  }
  server.use(answer(getCase, buildCase({ can, contact: anna })))
  showDesk('/cases/1042', { language: 'da' })

  expect(await screen.findByText('Sagen kan ikke besvares nu')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Send' })).toBeNull()
})
