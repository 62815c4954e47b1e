import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listSetupSteps, type SetupSteps } from '@timedesk/contracts/setup-steps'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'

import { answer, server } from '../../test/answers.ts'
import { buildMe } from '../../test/build.ts'
import { showDesk } from '../../test/show.tsx'

const SLOW = { timeout: 30_000 }
const steps = (isDone: boolean): SetupSteps => ({
  data: [
    { step: 'company', isDone: true },
    { step: 'customer', isDone },
  ],
})

test('settings are found by what is on their page, and the address keeps what is looked for', SLOW, async () => {
  server.use(answer(listSetupSteps, steps(true)))
  const desk = showDesk('/settings', { me: buildMe('administrator') })
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Search the settings' }), 'sla')

  const main = within(screen.getByRole('main'))
  expect((await main.findByRole('link', { name: /Service policies/u })).getAttribute('href')).toBe(
    '/settings/service-policies',
  )
  expect(main.queryByRole('link', { name: /Departments/u })).toBeNull()
  expect(desk.location?.search).toBe('?q=sla')
  expect(await axeViolations(document.body)).toEqual([])
})

test('an agent finds only the pages that they may open', SLOW, async () => {
  showDesk('/settings')
  expect(await screen.findByRole('link', { name: /Macros/u })).toBeTruthy()
  expect(screen.queryByRole('link', { name: /Workflows/u })).toBeNull()
})

test('what is still to be set up leads there, what is done is ticked', SLOW, async () => {
  server.use(answer(listSetupSteps, steps(false)))
  showDesk('/settings', { me: buildMe('administrator') })
  const setup = within(await screen.findByRole('region', { name: 'Setting up' }))

  expect(setup.getByText('1 of 2 steps are done')).toBeTruthy()
  expect(setup.getByRole('link', { name: 'Add a customer' }).getAttribute('href')).toBe('/customers')
  expect(setup.queryByRole('link', { name: 'Say who you are' })).toBeNull()
})
