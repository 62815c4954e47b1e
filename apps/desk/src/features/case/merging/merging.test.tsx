import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getCaseLinks } from '@timedesk/contracts/case-links'
import {
  mergeCase,
  previewMerge,
  unmergeCase,
  type MergePreview,
  type MergeSide,
} from '@timedesk/contracts/case-merges'
import { addCaseParticipant, listCaseParticipants } from '@timedesk/contracts/case-participants'
import { previewSplit, splitCase } from '@timedesk/contracts/case-splits'
import { getCase, markCaseRead } from '@timedesk/contracts/cases'
import { getContact, listContacts } from '@timedesk/contracts/contacts'
import { getCaseCover } from '@timedesk/contracts/cover'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { listTimeline } from '@timedesk/contracts/dialogue'
import { listCaseDrafts } from '@timedesk/contracts/drafts'
import { listCases } from '@timedesk/contracts/work-list'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../../../test/answers.ts'
import { anna, buildCase, buildMessage, buildSummary, ids, pageOf } from '../../../test/build.ts'
import { buildMessageDraft } from '../../../test/build-draft.ts'
import { besideAnswers, noLinks } from '../../../test/case-answers.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const AT = '2026-03-02T09:15:00.000Z'
const OTHER = '01900000-0000-7000-8000-000000000501'
const none = { ...buildCase().can, reply: false, note: false, edit: false, merge: false, unmerge: true, moveTo: [] }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

const { customer, department, status, responsible } = buildCase()
const sideOf = (given: Partial<MergeSide>): MergeSide => ({
  ...{
    id: ids.case,
    number: 1042,
    subject: 'Cannot print invoices',
    status,
    customer,
    contact: anna,
    department,
    responsible,
  },
  ...{ agreement: null, isOutsideContract: false, createdAt: AT, lastActivityAt: AT, beginning: [] },
  ...given,
})
const preview: MergePreview = {
  source: sideOf({}),
  survivor: sideOf({ id: OTHER, number: 1040, subject: 'Printer is dead', isOutsideContract: true }),
  refusal: null,
  carries: {
    ...{ messages: 4, notes: 1, attachments: 0, minutes: 90, amount: { amount: '1425.00', currency: 'DKK' } },
    ...{ followers: 1, timers: 0, tombstones: 0 },
  },
  readers: [{ contact: { id: ids.anna, name: 'Anna Berg' }, sees: 'survivor' }],
}
const end = { mergedAt: AT, mergedByName: 'Mette Holm', unmergeUntil: '2099-03-09T09:15:00.000Z' }

beforeEach(() => {
  asked.mockClear()
  server.use(
    ...besideAnswers,
    answer(getCase, buildCase()),
    answer(listTimeline, pageOf(buildMessage())),
    answer(markCaseRead, null),
    refuse(getContact, 'not_found'),
    refuse(getCaseCover, 'not_found'),
    refuse(getCustomerCard, 'not_found'),
    answer(listCases, pageOf(buildSummary({ id: OTHER, number: 1040, subject: 'Printer is dead' }))),
  )
})

const card = async (name: string) => within(await screen.findByRole('region', { name }, { timeout: 25_000 }))

async function openFromMenu(item: string) {
  const links = await card('Linked cases')
  await user.click(await links.findByRole('button', { name: 'Link, merge or split' }))
  await user.click(await screen.findByRole('menuitem', { name: item }))
  return within(await screen.findByRole('dialog'))
}

test(
  'the merge dialog shows both cases, what comes along and who sees it, and keeps what is chosen',
  SLOW,
  async () => {
    server.use(
      answer(previewMerge, preview),
      answer(mergeCase, buildCase({ id: OTHER, number: 1040 }), ({ body }) => asked(body)),
    )
    showDesk('/cases/1042')
    const dialog = await openFromMenu('Merge into another case')
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Merge' }).disabled).toBe(true)
    await user.type(dialog.getByRole('textbox', { name: 'The case that goes on' }), 'dead')
    await user.click(await screen.findByRole('option', { name: /Printer is dead/u }))

    expect(await dialog.findByText('4 messages')).toBeTruthy()
    expect(dialog.getByText('1 internal note')).toBeTruthy()
    expect(dialog.getByText(/1:30 of work, worth/u)).toBeTruthy()
    expect(dialog.getByText('Anna Berg will see #1040, and may answer it')).toBeTruthy()
    expect(within(dialog.getByRole('region', { name: 'Goes on: #1040' })).getByText('Outside agreement')).toBeTruthy()
    expect(dialog.queryByRole('radiogroup', { name: 'Responsible' })).toBeNull()
    await user.click(within(dialog.getByRole('radiogroup', { name: 'Agreement' })).getByText('Whichever fits the work'))
    expect(dialog.getByText('The time of #1040 is covered and priced anew by it.')).toBeTruthy()
    expect(await axeViolations(screen.getByRole('dialog'))).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Merge' }))

    await waitFor(() =>
      expect(asked).toHaveBeenCalledExactlyOnceWith({
        ...{ intoId: OTHER, subject: 'survivor', responsible: 'survivor', agreement: 'source' },
      }),
    )
    expect(await screen.findByText('#1042 goes on as #1040. It can be undone for seven days.')).toBeTruthy()
  },
)

test('what cannot be merged says why, and cannot be tried', SLOW, async () => {
  const message = 'The cases are of different customers.'
  server.use(answer(previewMerge, { ...preview, refusal: { code: 'merge_refused', message } }))
  showDesk('/cases/1042')
  const dialog = await openFromMenu('Merge into another case')
  await user.type(dialog.getByRole('textbox', { name: 'The case that goes on' }), 'dead')
  await user.click(await screen.findByRole('option', { name: /Printer is dead/u }))
  expect((await dialog.findByRole('alert')).textContent).toContain(message)
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Merge' }).disabled).toBe(true)
})

test('a tombstone says where it goes on and can be undone; a refused undo says why', SLOW, async () => {
  const mergedInto = { id: OTHER, number: 1040, subject: 'Printer is dead', ...end }
  server.use(answer(getCase, buildCase({ mergedInto, can: none })), refuse(unmergeCase, 'undo_expired'))
  showDesk('/cases/1042')
  expect(await screen.findByRole('link', { name: '#1040 Printer is dead' })).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: 'Undo the merge' }))
  const question = within(await screen.findByRole('dialog'))
  await user.click(question.getByRole('button', { name: 'Undo the merge' }))
  expect(await screen.findByText('It is too late to undo it.')).toBeTruthy()
})

test('on a merged case the way leads to where what one began there is taken along', SLOW, async () => {
  const mergedInto = { id: OTHER, number: 1040, subject: 'Printer is dead', ...end }
  const draft = buildMessageDraft({ body: 'Dear Anna' })
  server.use(
    answer(getCase, buildCase({ mergedInto, can: none })),
    answer(listCaseDrafts, { data: [draft], scheduled: [] }),
  )
  showDesk('/cases/1042')

  const note = await screen.findByText(/^What you began to write here can be taken along to/u, {}, { timeout: 25_000 })
  expect(within(note).getByRole('link', { name: '#1040 Printer is dead' }).getAttribute('href')).toBe('/cases/1040')
})

test('a survivor lists what was merged into it', SLOW, async () => {
  const tombstones = [{ id: OTHER, number: 1040, subject: 'Printer is dead', ...end }]
  server.use(answer(getCase, buildCase({ tombstones })), answer(unmergeCase, buildCase({ id: OTHER, number: 1040 })))
  showDesk('/cases/1042')
  const links = await card('Linked cases')
  expect(await links.findByRole('link', { name: '#1040 Printer is dead' })).toBeTruthy()
  await user.click(links.getByRole('button', { name: 'Undo the merge' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Undo the merge' }))
  expect(await screen.findByText('#1040 stands by itself again')).toBeTruthy()
})

test('messages are split off with the time that was registered with them', SLOW, async () => {
  const entry = { employee: { id: ids.mette, name: 'Mette Holm' }, activityType: { id: ids.activity, name: 'Support' } }
  const excerpt = {
    id: ids.message,
    kind: 'reply' as const,
    at: AT,
    authorName: 'Anna Berg',
    excerpt: 'Since this morning',
  }
  server.use(
    answer(previewSplit, {
      refusal: null,
      messages: [{ ...excerpt, isDescription: true, attachments: 0, refusal: null }],
      timeEntries: [
        { ...entry, id: OTHER, workDate: '2026-03-02', minutes: 25, isOfMessage: true, refusal: null },
        {
          ...{ ...entry, id: ids.open, workDate: '2026-03-01', minutes: 10, isOfMessage: true },
          refusal: { code: 'time_settled', message: 'On a document' },
        },
      ],
    }),
    answer(splitCase, buildCase({ id: OTHER, number: 1055 }), ({ body }) => asked(body)),
  )
  showDesk('/cases/1042')
  await user.click(await screen.findByRole('button', { name: /What to do with the message/u }))
  await user.click(await screen.findByRole('menuitem', { name: 'Split off into a new case' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByRole('checkbox', { name: /the new case begins with it/u })).toBeTruthy()
  expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: /0:10/u }).disabled).toBe(true)
  await user.type(dialog.getByRole('textbox', { name: /Subject of the new case/u }), 'Mail is full')
  expect(await axeViolations(screen.getByRole('dialog'))).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Split off' }))
  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      ...{ messageIds: [ids.message], timeEntryIds: [OTHER], subject: 'Mail is full', keepsResponsible: true },
    }),
  )
})

test('a contact is let in, and a problem that is solved offers its open incidents', SLOW, async () => {
  const berit = { id: OTHER, name: 'Berit Lund' }
  const row = {
    contact: berit,
    email: 'berit@nordlys.example',
    addedAt: AT,
    addedByName: 'Mette Holm',
    mergedFrom: null,
  }
  const incident = { ...buildSummary({ id: ids.open, number: 1050, subject: 'It is down here too' }), customer }
  server.use(
    answer(getCase, buildCase({ status: { ...status, category: 'solved' } })),
    answer(getCaseLinks, { ...noLinks, incidents: [incident] }),
    answer(
      listContacts,
      pageOf({
        ...{
          ...berit,
          customer,
          email: row.email,
          phone: '',
          title: '',
          role: 'requester' as const,
          seesAllCases: false,
        },
        ...{ language: 'en' as const, isActive: true, hasPassword: true, lastSignedInAt: null, version: 1 },
      }),
    ),
    answer(addCaseParticipant, { data: [row] }),
  )
  showDesk('/cases/1042')
  const people = await card('Contacts who take part')
  expect(await people.findByText('Nobody beside the contact of the case.')).toBeTruthy()
  await user.click(people.getByRole('button', { name: 'Let a contact see it' }))
  server.use(answer(listCaseParticipants, { data: [row] }))
  await user.type(people.getByRole('textbox', { name: 'Let a contact see it' }), 'berit')
  await user.click(await screen.findByRole('option', { name: /Berit Lund/u }))
  expect(await people.findByText('Berit Lund')).toBeTruthy()

  const links = await card('Linked cases')
  expect(links.getByText(/1 incident is still open/u)).toBeTruthy()
  await user.click(links.getByRole('button', { name: 'Solve them' }))
  expect(await screen.findByRole('dialog')).toBeTruthy()
})
