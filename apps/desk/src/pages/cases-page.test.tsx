import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseBadges } from '@timedesk/contracts/case-badges'
import { listCases, type CaseDue } from '@timedesk/contracts/work-list'
import { getMe, refreshSession } from '@timedesk/contracts/identity'
import { expect, test } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, answerBy, refuse, server } from '../test/answers.ts'
import { buildMe, buildSummary, ids, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'

const SECOND = buildSummary({ id: ids.anna, number: 1043, subject: 'Toner is empty' })
const rows = async () => within(await screen.findByRole('grid', { name: 'Cases' }))

test('a row says all about its case, and the list breaks no rule of accessibility', async () => {
  const due: CaseDue = {
    ...{ at: '2026-03-02T12:00:00.000Z', clock: 'resolution', state: 'running', share: 120, isByHand: false },
  }
  server.use(answer(listCases, pageOf(buildSummary({ isUnread: true, due }))))
  showDesk('/cases')

  const grid = await rows()
  const row = (await grid.findByRole('link', { name: 'Cannot print invoices' })).closest('[role=row]')
  expect(grid.getByRole('link').getAttribute('href')).toBe('/cases/1042')
  expect(row?.textContent).toContain('Unread')
  expect(row?.textContent).toContain('Solution: time is up')
  expect(within(row as HTMLElement).getByRole('img', { name: 'Mette Holm' })).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('what is told aside stands in the row: cover, a draft, and that it is followed', async () => {
  server.use(answer(listCases, pageOf(buildSummary())))
  showDesk('/cases')
  server.use(
    answer(listCaseBadges, {
      data: [{ caseId: ids.case, cover: 'low', isFollowed: true, snoozedUntil: null, draft: 'own' }],
    }),
  )

  expect(await screen.findByRole('img', { name: 'You follow it' })).toBeTruthy()
  expect(screen.getByRole('img', { name: 'You began to write' })).toBeTruthy()
})

test('a case that went on elsewhere says where, and an estimate stands in its column', async () => {
  localStorage.setItem('timedesk.work-list.columns', JSON.stringify({ inbox: ['number', 'subject', 'estimate'] }))
  server.use(answer(listCases, pageOf(buildSummary({ mergedIntoNumber: 7, estimateMinutes: 90 }))))
  showDesk('/cases')
  const grid = await rows()
  const row = (await grid.findByRole('link', { name: 'Cannot print invoices' })).closest('[role=row]')

  expect(row?.textContent).toContain('Went on in #7')
  expect(row?.querySelector('[data-column=estimate]')?.textContent).toBe('1:30')
  localStorage.clear()
})

test('the pinned views stand in the navigation with how much is in each, and lead to their lists', async () => {
  const asked: string[] = []
  const desk = showDesk('/cases')
  server.use(answer(listCases, pageOf(buildSummary()), ({ query }) => asked.push(query.get('q') ?? '')))

  const navigation = within(await screen.findByRole('navigation', { name: 'Main navigation' }))
  expect((await navigation.findByRole('link', { name: /^All active ?99\+$/u })).getAttribute('href')).toBe(
    '/cases?view=active',
  )
  expect(navigation.getByRole('link', { name: /^Breaching today ?–$/u })).toBeTruthy()
  expect(navigation.getByRole('link', { name: /^Inbox ?1$/u }).getAttribute('aria-current')).toBe('page')
  await userEvent.click(navigation.getByRole('link', { name: /^Unassigned ?3$/u }))

  expect(desk.location?.search).toBe('?view=unassigned')
  expect(await screen.findByRole('heading', { name: 'Unassigned' })).toBeTruthy()
  await waitFor(() => expect(asked.at(-1)).toContain('is:unassigned'))
  expect(asked.at(0)).toContain('is:mine')
})

test('j and Enter open a case from the keyboard', async () => {
  server.use(answer(listCases, pageOf(buildSummary(), SECOND)))
  const desk = showDesk('/cases')
  await rows()

  await userEvent.keyboard('jj{Enter}')

  await waitFor(() => expect(desk.location?.pathname).toBe('/cases/1043'))
})

test('nothing found echoes what the list is narrowed by, and one press takes it away', async () => {
  server.use(answer(listCases, pageOf()))
  const desk = showDesk('/cases?view=all&search=toner&unread=true')

  expect(await screen.findByRole('heading', { name: 'No case matches' })).toBeTruthy()
  expect(desk.location?.search).toBe('?view=active&q=is%3Aunread+toner')
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter toner' }))

  expect(desk.location?.search).toBe('?view=active&q=is%3Aunread')
})

test('an inbox with nothing in it says what is due next', async () => {
  const due: CaseDue = {
    ...{ at: '2126-03-02T12:00:00.000Z', clock: 'resolution', state: 'running', share: 20, isByHand: false },
  }
  server.use(
    answerBy(listCases, ({ query }) => (query.get('sort') === 'due' ? pageOf(buildSummary({ due })) : pageOf())),
  )
  showDesk('/cases')

  expect(await screen.findByRole('heading', { name: 'Your inbox is done' })).toBeTruthy()
  const next = await screen.findByRole('link', { name: /^Next due: Cannot print invoices/u })
  expect(next.getAttribute('href')).toBe('/cases/1042')
})

test('a failing list says so and can be asked again', async () => {
  server.use(refuse(listCases, 'fault'))
  showDesk('/cases', { language: 'da' })

  const alert = await screen.findByRole('alert')
  expect(within(alert).getByText(/Noget gik galt hos os/u)).toBeTruthy()
  expect(within(alert).getByRole('button', { name: 'Prøv igen' })).toBeTruthy()
})

test('who is not signed in goes to sign-in, with the way back', async () => {
  const desk = showDesk('/cases?view=team')
  server.use(refuse(getMe, 'unauthenticated'), refuse(refreshSession, 'session_ended'))

  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy()
  expect(desk.location?.search).toBe(`?from=${encodeURIComponent('/cases?view=team')}`)
})

test('an agent has no way to the settings; an administrator has', async () => {
  server.use(answer(listCases, pageOf()))
  showDesk('/cases', { me: buildMe('administrator') })

  const navigation = await screen.findByRole('navigation', { name: 'Main navigation' })
  expect(within(navigation).getByRole('link', { name: 'Priorities' })).toBeTruthy()
})
