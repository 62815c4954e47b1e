import {
  extranetCreateCase,
  extranetGetCaseChoices,
  extranetGetCase,
  extranetListTimeline,
} from '@timedesk/contracts/extranet-cases'
import { screen } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { buildCase, buildChoices, buildMe, ids, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

const draftKey = `timedesk.report.${ids.anna}`
const written = {
  subject: 'Printing stops',
  description: 'Since this morning.',
  files: [],
  typeId: ids.subtype,
  priorityId: null,
  projectId: null,
  externalReference: '',
}

test('a refused report says why at the field and keeps the draft', async () => {
  localStorage.setItem(draftKey, JSON.stringify(written))
  server.use(
    answer(extranetGetCaseChoices, buildChoices()),
    refuse(extranetCreateCase, 'reference_refused', [
      { pointer: '/body/typeId', code: 'reference_refused', message: 'There is no such type.' },
    ]),
  )
  const { user } = show('/cases/new', buildMe())

  await user.click(await screen.findByRole('button', { name: 'Send the case' }))

  expect(await screen.findByText('One of your choices is no longer available. Choose again.')).toBeTruthy()
  expect(screen.getByText('This is no longer available. Choose again.')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Subject' }).value).toBe('Printing stops')
  expect(JSON.parse(localStorage.getItem(draftKey) ?? '')).toEqual(written)
})

test('what is missing is said at the fields before anything is sent', async () => {
  server.use(answer(extranetGetCaseChoices, buildChoices()))
  const { user } = show('/cases/new', buildMe('requester', { language: 'da' }))

  await user.click(await screen.findByRole('button', { name: 'Send sagen' }))

  expect(screen.getAllByText('Udfyld dette felt.')).toHaveLength(2)
})

test('a report that arrives leads to its case and forgets the draft', async () => {
  localStorage.setItem(draftKey, JSON.stringify(written))
  const sent: unknown[] = []
  const created = buildCase({ number: 1700, subject: 'Printing stops' })
  server.use(
    answer(extranetGetCaseChoices, buildChoices()),
    answer(extranetCreateCase, created, ({ body }) => sent.push(body)),
    answer(extranetGetCase, created),
    answer(extranetListTimeline, pageOf()),
  )
  const { user } = show('/cases/new', buildMe())

  await user.click(await screen.findByRole('button', { name: 'Send the case' }))

  expect(await screen.findByRole('heading', { level: 1, name: '#1700 Printing stops' })).toBeTruthy()
  expect(sent).toEqual([
    {
      subject: 'Printing stops',
      description: 'Since this morning.',
      attachmentIds: [],
      typeId: ids.subtype,
      projectId: null,
      externalReference: null,
    },
  ])
  expect(localStorage.getItem(draftKey)).toBeNull()
})

test('the form breaks no rule of accessibility', async () => {
  server.use(answer(extranetGetCaseChoices, buildChoices()))
  const { container } = show('/cases/new', buildMe())

  await screen.findByRole('button', { name: 'Send the case' })

  expect(await axeViolations(container)).toEqual([])
})

test('a bookkeeper is told who can report', async () => {
  show('/cases/new', buildMe('bookkeeper'))

  expect(await screen.findByRole('heading', { name: 'Your account cannot report cases' })).toBeTruthy()
})
