import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { uploadAttachment } from '@timedesk/contracts/attachments'
import { listCaseAttachments } from '@timedesk/contracts/case-attachments'
import { getCase, markCaseRead } from '@timedesk/contracts/cases'
import { getContact } from '@timedesk/contracts/contacts'
import { getCaseCover } from '@timedesk/contracts/cover'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { listTimeline } from '@timedesk/contracts/dialogue'
import {
  listSideAddresses,
  listSideConversations,
  listSideMessages,
  sendSideMessage,
  startSideConversation,
  updateSideConversation,
  type SideConversation,
  type SideMessage,
} from '@timedesk/contracts/side-conversations'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../../../test/answers.ts'
import { buildCase, buildMessage, ids, mette, pageOf } from '../../../test/build.ts'
import { besideAnswers } from '../../../test/case-answers.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const AT = '2026-03-02T09:15:00.000Z'
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

const kim = { address: 'kim@printworks.example', name: 'Kim Print' }
const conversation: SideConversation = {
  ...{ id: ids.message, caseId: ids.case, subject: 'Spare part', participants: [kim], startedBy: mette, startedAt: AT },
  ...{ messageCount: 2, replyAddress: 'help+s-1@fjordbyte.example', closedAt: null, version: 2 },
  last: { direction: 'in', authorName: 'Kim Print', excerpt: 'It ships tomorrow.', at: AT },
}
const answered: SideMessage = {
  ...{ id: ids.anna, direction: 'in', author: { id: null, ...kim }, isFromStranger: true, isAutomatic: false },
  ...{ body: 'It ships tomorrow.', quoted: '> When can you ship it?', at: AT, delivery: null, attachments: [] },
}
const failed: SideMessage = {
  ...{ id: ids.open, direction: 'out', author: { id: ids.mette, name: 'Mette Holm', address: '' } },
  ...{ isFromStranger: false, isAutomatic: false, body: 'When?', quoted: '', at: AT, attachments: [] },
  delivery: { state: 'failed', lastError: 'no such mailbox' },
}
const waiting = {
  ...{
    id: ids.waiting,
    name: 'Waiting for others',
    category: 'waiting_third_party' as const,
    color: 'violet' as const,
  },
  ...{ requires: [], gates: [], isReopenExpired: false },
}
const subject = buildCase()
const movable = { ...subject, can: { ...subject.can, moveTo: [waiting] } }

beforeEach(() => {
  asked.mockClear()
  localStorage.clear()
  server.use(
    answer(listSideConversations, { data: [conversation] }),
    ...besideAnswers,
    answer(getCase, movable),
    answer(listTimeline, pageOf(buildMessage())),
    answer(markCaseRead, null),
    refuse(getCustomerCard, 'permission_denied'),
    refuse(getContact, 'permission_denied'),
    refuse(getCaseCover, 'permission_denied'),
    answer(listSideMessages, pageOf(answered, failed)),
    answer(listSideAddresses, { data: [kim] }),
    answer(listCaseAttachments, pageOf()),
  )
})

test('a third party is asked, and what was written outlives a refusal and the page', SLOW, async () => {
  server.use(refuse(startSideConversation, 'case_merged'))
  showDesk('/cases/1042')
  await user.click(await screen.findByRole('button', { name: 'Ask somebody outside' }))
  const form = within(await screen.findByRole('dialog', { name: 'Ask somebody outside' }))
  await user.click(form.getByRole('combobox', { name: 'To' }))
  await user.click(await screen.findByRole('option', { name: 'Kim Print <kim@printworks.example>' }))
  await user.type(form.getByRole('textbox', { name: 'Message' }), 'When can you ship it?')
  await user.click(form.getByRole('button', { name: 'Send' }))
  expect(await form.findByText('The case goes on in another one.')).toBeTruthy()
  cleanup()

  server.use(answer(startSideConversation, conversation, ({ body }) => asked(body)))
  showDesk('/cases/1042')
  await user.click(await screen.findByRole('button', { name: 'Ask somebody outside' }))
  const again = within(await screen.findByRole('dialog', { name: 'Ask somebody outside' }))
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(again.getByRole('button', { name: 'Send' }))

  await screen.findByRole('dialog', { name: 'Spare part' })
  expect(asked).toHaveBeenCalledWith({
    ...{ to: [kim], subject: 'Cannot print invoices', body: 'When can you ship it?' },
    ...{ attachmentIds: [], forwardedIds: [], statusId: ids.waiting },
  })
  expect(Object.keys(localStorage).filter((key) => key.startsWith('timedesk.side'))).toEqual([])
})

test('what is no address is said, and nothing goes out to it', SLOW, async () => {
  showDesk('/cases/1042')
  await user.click(await screen.findByRole('button', { name: 'Ask somebody outside' }))
  const form = within(await screen.findByRole('dialog', { name: 'Ask somebody outside' }))
  await user.type(form.getByRole('combobox', { name: 'To' }), 'kim at work,')
  await user.type(form.getByRole('textbox', { name: 'Message' }), 'When?')

  expect(form.getByText('kim at work is no mail address.')).toBeTruthy()
  expect(form.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true)
})

test('the conversation tells what was said and how it fared, and goes on', SLOW, async () => {
  server.use(
    answer(uploadAttachment, {
      id: ids.solved,
      name: 'a.txt',
      contentType: 'text/plain',
      sizeBytes: 1,
      uploadedAt: AT,
    }),
    answer(sendSideMessage, failed, ({ body }) => asked(body)),
  )
  showDesk('/cases/1042')
  expect(await screen.findByText('Waiting for us')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /Spare part/u }))
  const thread = within(await screen.findByRole('dialog', { name: 'Spare part' }))
  const list = within(await thread.findByRole('list', { name: 'Messages' }))

  const messages = await list.findAllByRole('article')
  expect(messages.map((message) => message.dataset.direction)).toEqual(['out', 'in'])
  expect(list.getByText('Not delivered: no such mailbox')).toBeTruthy()
  expect(list.getByText('Not one of those it is with')).toBeTruthy()
  expect(list.queryByText('> When can you ship it?')).toBeNull()
  await user.click(list.getByRole('button', { name: 'Quoted …' }))
  expect(list.getByText('> When can you ship it?')).toBeTruthy()

  await user.type(thread.getByRole('textbox', { name: 'Message' }), 'And how many?')
  await user.click(thread.getByRole('button', { name: 'Send' }))
  await waitFor(() =>
    expect(asked).toHaveBeenCalledWith({ body: 'And how many?', attachmentIds: [], forwardedIds: [] }),
  )
  await waitFor(() => expect(thread.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }).value).toBe(''))
})

test('whom it is with can be changed, and it can be closed', SLOW, async () => {
  server.use(answer(updateSideConversation, conversation, ({ body }) => asked(body)))
  showDesk('/cases/1042')
  await user.click(await screen.findByRole('button', { name: /Spare part/u }))
  const thread = within(await screen.findByRole('dialog', { name: 'Spare part' }))
  await user.click(await thread.findByRole('button', { name: 'Change whom it is with' }))
  await user.type(thread.getByRole('combobox', { name: 'To' }), 'lab@printworks.example,')
  await user.click(thread.getByRole('button', { name: 'Save' }))
  const participants = [kim, { address: 'lab@printworks.example', name: '' }]
  await waitFor(() => expect(asked).toHaveBeenCalledWith({ participants }))

  await user.click(await thread.findByRole('button', { name: 'Close it' }))
  await waitFor(() => expect(asked).toHaveBeenCalledWith({ isClosed: true }))
})
