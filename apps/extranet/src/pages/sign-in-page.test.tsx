import { extranetGetCase, extranetListTimeline } from '@timedesk/contracts/extranet-cases'
import {
  extranetGetMe,
  extranetRefreshSession,
  extranetSetPassword,
  extranetSignIn,
} from '@timedesk/contracts/extranet-identity'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildCase, buildMe, pageOf } from '../test/build.ts'
import { inTenMinutes, show } from '../test/show.tsx'

async function fillIn(user: ReturnType<typeof show>['user']) {
  await user.type(await screen.findByRole('textbox', { name: 'E-mail address' }), 'anna@nordlys.example')
  await user.type(screen.getByLabelText('Password'), 'four words in a row')
}

test('who follows a link signs in first and then sees the case', async () => {
  const { user } = show('/cases/1042', null)
  await fillIn(user)
  server.use(
    answer(extranetSignIn, { accessExpiresAt: inTenMinutes() }),
    answer(extranetGetMe, buildMe()),
    answer(extranetRefreshSession, { accessExpiresAt: inTenMinutes() }),
    answer(extranetGetCase, buildCase()),
    answer(extranetListTimeline, pageOf()),
  )

  await user.click(screen.getByRole('button', { name: 'Sign in' }))

  expect(await screen.findByRole('heading', { level: 1, name: '#1042 Cannot print invoices' })).toBeTruthy()
})

test('a refused sign-in keeps what was typed', async () => {
  server.use(refuse(extranetSignIn, 'sign_in_failed'))
  const { user, container } = show('/sign-in', null)
  await fillIn(user)

  await user.click(screen.getByRole('button', { name: 'Sign in' }))

  expect(await screen.findByText('The e-mail address or the password is not right.')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail address' }).value).toBe('anna@nordlys.example')
  expect(await axeViolations(container)).toEqual([])
})

test('the secret of a mailed link sets the password', async () => {
  const sent: unknown[] = []
  server.use(answer(extranetSetPassword, null, ({ body }) => sent.push(body)))
  const { user } = show('/set-password#secret=q7Jm2wqXk3uVt8yZ0aBcDeFg', null)

  await user.type(await screen.findByLabelText('New password'), 'four words in a row')
  await user.type(screen.getByLabelText('The same password again'), 'four words in a row')
  await user.click(screen.getByRole('button', { name: 'Save the password' }))

  expect(await screen.findByText('Your password is set. You can sign in with it now.')).toBeTruthy()
  expect(sent).toEqual([{ secret: 'q7Jm2wqXk3uVt8yZ0aBcDeFg', password: 'four words in a row' }])
})

test('a link without its secret leads to a new one', async () => {
  show('/set-password', null, 'da')

  expect(await screen.findByRole('link', { name: 'Bed om et nyt link' })).toBeTruthy()
})
