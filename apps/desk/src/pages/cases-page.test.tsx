import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCases } from '@timedesk/contracts/work-list'
import { getMe, refreshSession } from '@timedesk/contracts/identity'
import { expect, test } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, buildSummary, ids, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'

test('a row says all about its case, and the list breaks no rule of accessibility', async () => {
  server.use(answer(listCases, pageOf(buildSummary({ isUnread: true, deadline: '2026-03-02T12:00:00.000Z' }))))
  showDesk('/cases')

  const row = await within(await screen.findByRole('list', { name: 'Cases' })).findByRole('link')
  expect(row.getAttribute('href')).toBe('/cases/1042')
  expect(row.textContent).toContain('Unread')
  expect(row.textContent).toContain('Deadline passed')
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
