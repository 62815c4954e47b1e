import type { CaseField } from '@timedesk/contracts/custom-fields'
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
      fields: {},
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

test('custom fields of the type are asked as their rules say, and a refusal stands at the field', async () => {
  const sent: unknown[] = []
  const fields = [
    buildField({ id: ids.mette, name: 'Environment', kind: 'choice', options: [option(ids.peter, 'Production')] }),
    buildField({
      ...{ id: ids.message, name: 'Version', kind: 'text' },
      rules: {
        ...{ typeIds: null, requiredWhen: null, requiredFor: 'contact_create' },
        shownWhen: [{ field: `field:${ids.mette}`, op: 'is', values: [ids.peter] }],
      },
    }),
    buildField({ id: ids.case, name: 'Only ours', kind: 'text', forContacts: 'shown' }),
  ]
  server.use(
    answer(extranetGetCaseChoices, { ...buildChoices(), fields }),
    refuse(extranetCreateCase, 'field_required', [
      { pointer: `/body/fields/${ids.message}`, code: 'field_required', message: 'Is needed.' },
    ]),
  )
  localStorage.setItem(draftKey, JSON.stringify(written))
  const { user } = show('/cases/new', buildMe())

  await user.click(await screen.findByRole('combobox', { name: 'Environment' }))
  expect(screen.queryByRole('textbox', { name: /Version/u })).toBeNull()
  await user.click(await screen.findByRole('option', { name: 'Production' }))
  expect(await screen.findByRole('textbox', { name: /Version/u })).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: 'Only ours' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Send the case' }))
  expect(await screen.findByText('Please fill this in.')).toBeTruthy()

  const created = buildCase({ number: 1701 })
  server.use(
    answer(extranetCreateCase, created, ({ body }) => sent.push(body)),
    answer(extranetGetCase, created),
    answer(extranetListTimeline, pageOf()),
  )
  await user.type(screen.getByRole('textbox', { name: /Version/u }), '4.2')
  await user.click(screen.getByRole('button', { name: 'Send the case' }))
  expect(await screen.findByText('Thank you. Your case is #1701.')).toBeTruthy()
  expect(sent).toMatchObject([{ fields: { [ids.mette]: ids.peter, [ids.message]: '4.2' } }])
})

function option(id: string, label: string): CaseField['options'][number] {
  return { id, label, labelDa: null, parentId: null, isActive: true }
}

function buildField(changes: Partial<CaseField>): CaseField {
  return {
    ...{ id: ids.type, key: 'field', name: 'Field', nameDa: null, help: '', helpDa: null, kind: 'text', options: [] },
    ...{ range: null, forContacts: 'editable' },
    rules: { typeIds: null, shownWhen: [], requiredWhen: null, requiredFor: 'never' },
    ...changes,
  }
}
