import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseFields, type CaseField } from '@timedesk/contracts/custom-fields'
import { listCases, listTags, type CaseDue } from '@timedesk/contracts/work-list'
import { getMe, refreshSession } from '@timedesk/contracts/identity'
import { expect, test } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, buildSummary, ids, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'

test('a row says all about its case, and the list breaks no rule of accessibility', async () => {
  const due: CaseDue = {
    ...{ at: '2026-03-02T12:00:00.000Z', clock: 'resolution', state: 'running', share: 120, isByHand: false },
  }
  server.use(answer(listCases, pageOf(buildSummary({ isUnread: true, due }))))
  showDesk('/cases')

  const row = await within(await screen.findByRole('list', { name: 'Cases' })).findByRole('link')
  expect(row.getAttribute('href')).toBe('/cases/1042')
  expect(row.textContent).toContain('Unread')
  expect(row.textContent).toContain('Solution: time is up')
  expect(within(row).getByRole('img', { name: 'Mette Holm' })).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('the views stand in the address and show how much waits in each', async () => {
  const asked: string[] = []
  server.use(answer(listCases, pageOf(buildSummary()), ({ query }) => asked.push(query.toString())))
  const desk = showDesk('/cases')

  const views = await screen.findByRole('navigation', { name: 'Views' })
  await userEvent.click(await within(views).findByRole('link', { name: 'Unassigned 3' }))

  expect(desk.location?.search).toBe('?view=unassigned')
  expect(within(views).getByRole('link', { name: 'All 99+' })).toBeTruthy()
  expect(asked.at(0)).toContain('responsible=me')
  expect(asked.at(-1)).toContain('responsible=none')
})

test('j and Enter open the first case from the keyboard', async () => {
  server.use(answer(listCases, pageOf(buildSummary(), buildSummary({ id: ids.anna, number: 1043 }))))
  const desk = showDesk('/cases')
  await screen.findByRole('list', { name: 'Cases' })

  await userEvent.keyboard('jj{Enter}')

  await waitFor(() => expect(desk.location?.pathname).toBe('/cases/1043'))
})

test('nothing found echoes the filters, and one press takes them away', async () => {
  server.use(answer(listCases, pageOf()))
  const desk = showDesk('/cases?view=all&search=toner&unread=true')

  expect(await screen.findByRole('heading', { name: 'No case matches' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter “toner”' }))

  expect(desk.location?.search).toBe('?view=all&unread=true')
})

test('a failing list says so and can be asked again', async () => {
  server.use(refuse(listCases, 'fault'))
  showDesk('/cases', { language: 'da' })

  const alert = await screen.findByRole('alert')
  expect(within(alert).getByText(/Noget gik galt hos os/u)).toBeTruthy()
  expect(within(alert).getByRole('button', { name: 'Prøv igen' })).toBeTruthy()
})

test('who is not signed in goes to sign-in, with the way back', async () => {
  const desk = showDesk('/cases?view=all')
  server.use(refuse(getMe, 'unauthenticated'), refuse(refreshSession, 'session_ended'))

  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy()
  expect(desk.location?.search).toBe(`?from=${encodeURIComponent('/cases?view=all')}`)
})

test('an agent has no way to the settings; an administrator has', async () => {
  server.use(answer(listCases, pageOf()))
  showDesk('/cases', { me: buildMe('administrator') })

  const navigation = await screen.findByRole('navigation', { name: 'Main navigation' })
  expect(within(navigation).getByRole('link', { name: 'Priorities' })).toBeTruthy()
})

test('the list is narrowed to what is at risk and to the value of a field, each told and taken away', async () => {
  const asked: string[] = []
  const field: CaseField = {
    ...{ id: ids.waiting, key: 'device', name: 'Device', nameDa: null, help: '', helpDa: null, kind: 'choice' },
    options: [{ id: ids.open, label: 'Printer', labelDa: null, parentId: null, isActive: true }],
    ...{ range: null, forContacts: 'shown' },
    rules: { typeIds: null, shownWhen: [], requiredWhen: null, requiredFor: 'never' },
  }
  server.use(
    answer(listCases, pageOf(buildSummary()), ({ query }) => asked.push(query.toString())),
    answer(listCaseFields, { data: [field] }),
    answer(listTags, { data: [] }),
  )
  const desk = showDesk(`/cases?view=all&clock=risk&due=today&field=${ids.waiting}:${ids.open}`)

  const chips = within(await screen.findByRole('list', { name: 'Active filters' }))
  expect(await chips.findByText('Device: Printer')).toBeTruthy()
  expect(chips.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    ...['At risk', 'Due today', 'Device: Printer'],
  ])
  const query = new URLSearchParams(asked.at(-1))
  expect(query.get('isAtRisk')).toBe('true')
  expect(query.get('field')).toBe(`${ids.waiting}:${ids.open}`)
  expect(Date.parse(query.get('dueBefore') ?? '')).toBeGreaterThan(Date.now())
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter Device: Printer' }))

  expect(desk.location?.search).toBe('?view=all&clock=risk&due=today')
})

test('the form of the filters asks for clocks, dues and fields', async () => {
  server.use(
    answer(listCases, pageOf(buildSummary())),
    answer(listCaseFields, { data: [] }),
    answer(listTags, { data: [] }),
  )
  const desk = showDesk('/cases')

  await userEvent.click(await screen.findByRole('button', { name: 'Filters' }))
  await userEvent.click(await screen.findByRole('combobox', { name: 'Clocks' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Time is up' }))
  await userEvent.click(await screen.findByRole('combobox', { name: 'Due' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Due within 4 hours' }))

  await waitFor(() => expect(desk.location?.search).toBe('?clock=breached&due=4h'))
})
