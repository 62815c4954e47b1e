import { extranetGetCaseClocks, type ExtranetClock } from '@timedesk/contracts/clocks'
import { extranetFollowUpCase } from '@timedesk/contracts/case-links'
import { extranetGetCase, extranetListTimeline } from '@timedesk/contracts/extranet-cases'
import { screen, waitFor } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { buildCase, buildMe, ids, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

const ended = { ball: 'nobody', status: { name: 'All done', category: 'closed', color: 'gray' } } as const

test('what is promised, how it was kept and when it stood still are told in the customer’s words', async () => {
  const segments: ExtranetClock['segments'] = [
    {
      state: 'running',
      from: '2026-03-02T08:00:00.000Z',
      to: '2026-03-02T09:00:00.000Z',
      because: 'created',
      by: 'us',
    },
    {
      ...{ state: 'paused', from: '2026-03-02T09:00:00.000Z', to: '2026-03-02T11:00:00.000Z' },
      ...{ because: 'waits_for_you', by: 'you' },
    },
  ]
  const clock = { cycle: 1, startedAt: '2026-03-02T08:00:00.000Z', isByHand: false, segments }
  server.use(
    answer(extranetGetCase, buildCase({ status: { name: 'On our bench', category: 'open', color: 'violet' } })),
    answer(extranetListTimeline, pageOf()),
    answer(extranetGetCaseClocks, {
      promise: { name: 'Gold', calendar: null },
      clocks: [
        {
          ...{ ...clock, clock: 'first_response', state: 'stopped', stoppedAt: '2026-03-02T09:00:00.000Z' },
          ...{ dueAt: null, target: 60, isKept: true },
        },
        { ...clock, clock: 'resolution', state: 'paused', stoppedAt: null, dueAt: null, target: 480, isKept: null },
      ],
    }),
  )
  const { container } = show('/cases/1042', buildMe())

  expect(await screen.findByText('Gold, around the clock')).toBeTruthy()
  expect(screen.getByText('Within 1:00')).toBeTruthy()
  expect(screen.getByText('Kept')).toBeTruthy()
  expect(screen.getByText('Stands still while we wait')).toBeTruthy()
  expect(screen.getByRole('img', { name: 'Solved: You reported it, We wait for you' })).toBeTruthy()
  expect(screen.getByText('On our bench')).toBeTruthy()
  expect(await axeViolations(container)).toEqual([])
})

test('custom fields, the solution and what the case goes on from stand with it', async () => {
  const field = { id: ids.type, key: 'environment', name: 'Environment', nameDa: 'Miljø', labelDa: null, isShown: true }
  server.use(
    answer(
      extranetGetCase,
      buildCase({
        ...{
          resolution: 'The **driver** was replaced.',
          follows: { id: ids.peter, number: 1001, subject: 'Printing' },
        },
        fields: [
          { ...field, kind: 'choice', value: ids.subtype, label: 'Test', isEditable: true },
          { ...field, id: ids.mette, name: 'Empty one', kind: 'text', value: null, label: '', isEditable: true },
        ],
      }),
    ),
    answer(extranetListTimeline, pageOf()),
  )
  show('/cases/1042', buildMe())

  expect(await screen.findByRole('heading', { name: 'How it was solved' })).toBeTruthy()
  expect(screen.getByText('Environment')).toBeTruthy()
  expect(screen.getByText('Test')).toBeTruthy()
  expect(screen.queryByText('Empty one')).toBeNull()
  expect(screen.getByRole('link', { name: '#1001 Printing' }).getAttribute('href')).toBe('/cases/1001')
  expect(screen.queryByRole('heading', { name: 'What we promise' })).toBeNull()
})

test('a closed case says until when an answer opens it again, and a silent one what happens when', async () => {
  server.use(
    answer(
      extranetGetCase,
      buildCase({
        ...ended,
        ...{ reopenUntil: '2026-04-02T00:00:00.000Z', movesAt: '2026-03-20T08:00:00.000Z' },
        can: { reply: true, solve: false, reopen: true, followUp: false },
      }),
    ),
    answer(extranetListTimeline, pageOf()),
  )
  show('/cases/1042', buildMe())

  expect(await screen.findByText(/until 2 Apr 2026, and the case is open again/u)).toBeTruthy()
  expect(screen.getByText(/happens by itself on 20 Mar 2026/u)).toBeTruthy()
  expect(await screen.findByRole('button', { name: 'Send answer' })).toBeTruthy()
})

test('a case that ended for good goes on in a new one, and a refusal keeps what was written', async () => {
  const sent: unknown[] = []
  localStorage.setItem(`timedesk.answer.${ids.anna}.${ids.case}`, JSON.stringify({ body: 'It is back.', files: [] }))
  server.use(
    answer(
      extranetGetCase,
      buildCase({ ...ended, can: { reply: false, solve: false, reopen: false, followUp: true } }),
    ),
    answer(extranetListTimeline, pageOf()),
    refuse(extranetFollowUpCase, 'link_refused'),
  )
  const { user } = show('/cases/1042', buildMe())

  const send = () => screen.findByRole('button', { name: 'Send as a new case' })
  await user.click(await send())
  expect(await screen.findByText('The cases cannot be linked like that.')).toBeTruthy()
  expect(screen.getByText('It is back.')).toBeTruthy()

  server.use(answer(extranetFollowUpCase, buildCase({ number: 1050 }), ({ body }) => sent.push(body)))
  await user.click(await send())
  expect(await screen.findByText('Thank you. We go on in case #1050.')).toBeTruthy()
  await waitFor(() => expect(sent).toEqual([{ description: 'It is back.', attachmentIds: [] }]))
})

test('a case that was merged leads to where it goes on, and takes no answer itself', async () => {
  const mergedInto = { id: ids.type, number: 1040, subject: 'Printer is dead' }
  const can = { reply: true, solve: false, reopen: false, followUp: false }
  server.use(
    answer(extranetGetCase, buildCase({ ...ended, mergedInto, can })),
    answer(extranetListTimeline, pageOf()),
    answer(extranetGetCaseClocks, { promise: null, clocks: [] }),
  )
  const { container } = show('/cases/1042', buildMe())

  expect(await screen.findByRole('heading', { name: 'We go on with this in another case' })).toBeTruthy()
  const link = screen.getByRole('link', { name: 'Go to #1040 Printer is dead' })
  expect(link.getAttribute('href')).toMatch(/\/cases\/1040$/u)
  expect(screen.queryByRole('button', { name: 'Send answer' })).toBeNull()
  expect(await axeViolations(container)).toEqual([])
})
