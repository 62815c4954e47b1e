import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { changeCaseStatus, getCase, markCaseRead, type Case } from '@timedesk/contracts/cases'
import { getCaseLinks } from '@timedesk/contracts/case-links'
import { getContact } from '@timedesk/contracts/contacts'
import { getCaseCover } from '@timedesk/contracts/cover'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { getCaseChecklist, updateChecklistItem } from '@timedesk/contracts/checklists'
import { listTimeline, postReply } from '@timedesk/contracts/dialogue'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../../../test/answers.ts'
import { buildCase, buildMessage, buildMove, ids, mette, pageOf } from '../../../test/build.ts'
import { besideAnswers, buildChecklist, noLinks } from '../../../test/case-answers.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 30_000 }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()
const draftKey = `timedesk.draft.${ids.mette}.${ids.case}.reply`

beforeEach(() => {
  asked.mockClear()
  localStorage.clear()
  server.use(
    ...besideAnswers,
    answer(listTimeline, pageOf(buildMessage())),
    answer(markCaseRead, null),
    refuse(getCustomerCard, 'permission_denied'),
    refuse(getContact, 'permission_denied'),
    refuse(getCaseCover, 'permission_denied'),
  )
})

/** The case as it is with one way to Solved, which takes something. */
function caseWith(move: Partial<StatusMove>, can: Partial<Case['can']> = {}): Case {
  const subject = buildCase()
  return { ...subject, can: { ...subject.can, ...can, moveTo: [buildMove(move)] } }
}

async function openMove() {
  await user.click(await screen.findByRole('button', { name: 'Status: Open' }))
  await user.click(await screen.findByRole('menuitem', { name: /Solved/u }))
}

async function moveDialog() {
  return within(await screen.findByRole('dialog', { name: 'Move #1042 to Solved' }))
}

test(
  'only the moves that the case may make are offered, and one that takes nothing is made at once',
  SLOW,
  async () => {
    server.use(
      answer(getCase, caseWith({})),
      answer(changeCaseStatus, buildCase(), ({ body }) => asked(body)),
    )
    showDesk('/cases/1042')

    await user.click(await screen.findByRole('button', { name: 'Status: Open' }))
    expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual(['Solved'])
    await user.click(screen.getByRole('menuitem', { name: 'Solved' }))

    await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ statusId: ids.solved }))
  },
)

test('a move asks for what it requires, shows a refusal at its field and keeps what was written', SLOW, async () => {
  server.use(
    answer(getCase, caseWith({ requires: ['resolution', 'product', 'reason'] })),
    refuse(changeCaseStatus, 'field_required', [
      { pointer: '/body/fill/product', code: 'missing', message: 'Needed.' },
    ]),
  )
  showDesk('/cases/1042')
  await openMove()

  const dialog = await moveDialog()
  await user.type(dialog.getByRole('textbox', { name: 'Resolution' }), 'The driver was replaced.')
  await user.type(dialog.getByRole('textbox', { name: 'Product' }), '-')
  await user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Agreed with Anna')
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Move' }))

  expect(await dialog.findByText('This has to be filled in.')).toBeTruthy()
  expect(document.activeElement).toBe(dialog.getByRole('textbox', { name: 'Product' }))
  expect(dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Resolution' }).value).toBe(
    'The driver was replaced.',
  )

  server.use(answer(changeCaseStatus, buildCase(), ({ body }) => asked(body)))
  await user.click(dialog.getByRole('button', { name: 'Move' }))

  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      ...{ statusId: ids.solved, reason: 'Agreed with Anna', resolution: 'The driver was replaced.' },
      fill: { product: '-' },
    }),
  )
})

test('closed gates hold the move back and say what is left, for who may not pass them', SLOW, async () => {
  const child = { ...{ id: ids.anna, number: 1043, subject: 'Order toner' }, customer: buildCase().customer }
  server.use(
    answer(getCase, caseWith({ gates: [{ gate: 'children_closed', isOpen: false }] })),
    answer(getCaseLinks, {
      ...noLinks,
      children: [
        { ...child, status: buildCase().status },
        { ...child, id: ids.message, number: 1044, subject: 'Done', status: buildMove() },
      ],
    }),
  )
  showDesk('/cases/1042')
  await openMove()

  const dialog = await moveDialog()
  const left = await dialog.findByRole('list', { name: 'Not solved yet' })
  expect(
    within(left)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['#1043 Order toner'])
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Move' }).disabled).toBe(true)
  expect(dialog.getByText('First do what stands above.')).toBeTruthy()
  expect(dialog.queryByRole('checkbox')).toBeNull()
})

test('a checklist is ticked off where its gate is, and the gate opens', SLOW, async () => {
  const [first, second] = buildChecklist().data
  const done = {
    ...first,
    id: first?.id ?? '',
    text: first?.text ?? '',
    isRequired: true,
    doneAt: '2026-03-02T11:00:00.000Z',
    doneByName: 'Mette Holm',
  }
  server.use(
    answer(getCase, caseWith({ gates: [{ gate: 'checklist_done', isOpen: false }] })),
    answer(getCaseChecklist, buildChecklist()),
  )
  showDesk('/cases/1042')
  await openMove()
  const dialog = await moveDialog()

  await user.click(await dialog.findByRole('button', { name: 'Show the checklist' }))
  server.use(
    answer(
      updateChecklistItem,
      buildChecklist({ data: [done, ...(second === undefined ? [] : [second])], isDone: true }),
      ({ body }) => asked(body),
    ),
    answer(getCase, caseWith({ gates: [{ gate: 'checklist_done', isOpen: true }] })),
  )
  await user.click(await dialog.findByRole('checkbox', { name: /Make a copy of the data/u }))

  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ isDone: true }))
  await waitFor(() => expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Move' }).disabled).toBe(false))
  expect(dialog.getByText('Done')).toBeTruthy()
})

test('who may passes a closed gate on purpose, with a reason', SLOW, async () => {
  server.use(
    answer(getCase, caseWith({ gates: [{ gate: 'time_registered', isOpen: false }] }, { override: true })),
    answer(changeCaseStatus, buildCase(), ({ body }) => asked(body)),
  )
  showDesk('/cases/1042')
  await openMove()

  const dialog = await moveDialog()
  await user.click(dialog.getByRole('checkbox', { name: 'Pass over it on purpose' }))
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Move' }).disabled).toBe(true)
  await user.type(dialog.getByRole('textbox', { name: 'Why it may pass' }), 'A courtesy')
  await user.click(dialog.getByRole('button', { name: 'Move' }))

  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith({ statusId: ids.solved, override: { reason: 'A courtesy' } }),
  )
})

test('a case that was closed too long ago goes on in a new one', SLOW, async () => {
  server.use(answer(getCase, caseWith({ isReopenExpired: true })))
  showDesk('/cases/1042')
  await openMove()

  const link = await (await moveDialog()).findByRole('link', { name: 'Go on in a new case' })
  expect(link.getAttribute('href')).toBe(`/cases/new?follows=${ids.case}`)
})

test('send and solve asks first, sends all in one go, and loses no word when it is refused', SLOW, async () => {
  const draft = { body: 'Done.', files: [], pictureIds: [], seenId: null }
  const time = {
    minutes: null,
    activityTypeId: null,
    isBillable: null,
    workDate: null,
    customerText: '',
    internalText: '',
  }
  localStorage.setItem(draftKey, JSON.stringify({ ...draft, time }))
  server.use(
    answer(getCase, caseWith({ requires: ['resolution'] })),
    refuse(postReply, 'gate_closed', [{ pointer: '/body/override', code: 'time_registered', message: 'Time.' }]),
  )
  showDesk('/cases/1042')

  await user.click(await screen.findByRole('button', { name: 'Other ways to send' }, SLOW))
  await user.click(await screen.findByRole('menuitem', { name: 'Send and solve' }))
  const dialog = await moveDialog()
  expect(dialog.getByText('Your reply is sent in the same go.')).toBeTruthy()
  await user.type(dialog.getByRole('textbox', { name: 'Resolution' }), 'New driver')
  server.use(
    answer(
      getCase,
      caseWith({ requires: ['resolution'], gates: [{ gate: 'time_registered', isOpen: false }] }, { override: true }),
    ),
  )
  await user.click(dialog.getByRole('button', { name: 'Send and move' }))

  expect(await dialog.findByText('Time is registered on the case')).toBeTruthy()
  expect(localStorage.getItem(draftKey)).toContain('Done.')

  const sent = buildMessage({ author: { kind: 'employee', ...mette }, isDescription: false })
  server.use(answer(postReply, sent, ({ body }) => asked(body)))
  await user.click(dialog.getByRole('checkbox', { name: 'Pass over it on purpose' }))
  await user.type(dialog.getByRole('textbox', { name: 'Why it may pass' }), 'A courtesy')
  await user.click(dialog.getByRole('button', { name: 'Send and move' }))

  await waitFor(() => expect(localStorage.getItem(draftKey)).toBeNull())
  expect(asked).toHaveBeenCalledExactlyOnceWith({
    ...{ body: 'Done.', attachmentIds: [], statusId: ids.solved, resolution: 'New driver' },
    override: { reason: 'A courtesy' },
  })
})
