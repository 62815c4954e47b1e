import { Anchor, Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import { setPassword } from '@timedesk/contracts/identity'
import { PASSWORD_LENGTH_MIN } from '@timedesk/contracts/limits'
import { useState } from 'react'
import { Link } from 'react-router'

import { client } from '../../shared/client.ts'
import { paths } from '../../shared/paths.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { Entrance } from './entrance.tsx'
import { useIdentityWords } from './use-identity-words.ts'

/** Takes the secret of a mailed link, which never reaches a server log, and gives the account its password. */
export function SetPasswordForm({ secret }: { secret: string }) {
  const words = useIdentityWords()
  const [password, choosePassword] = useState('')
  const attempt = useMutation({
    mutationFn: () => client.call(setPassword, { body: { secret, password } }),
  })
  const askAgain = (
    <Anchor component={Link} to={paths.forgotPassword} size="sm">
      {words('askAgain')}
    </Anchor>
  )

  if (secret === '') return <Entrance title={words('noSecretTitle')} text={words('noSecretText')} more={askAgain} />
  if (attempt.isSuccess) {
    return (
      <Entrance title={words('doneTitle')} text={words('doneText')}>
        <Button component={Link} to={paths.signIn} fullWidth>
          {words('signIn')}
        </Button>
      </Entrance>
    )
  }
  return (
    <Entrance
      title={words('setTitle')}
      text={words('setText')}
      {...(isRefusal(attempt.error, 'secret_refused') && { more: askAgain })}
    >
      <form
        className="desk-entrance-form"
        onSubmit={(event) => {
          event.preventDefault()
          attempt.mutate()
        }}
      >
        <ProblemNotice error={attempt.error} />
        <PasswordInput
          label={words('newPassword')}
          description={words('newPasswordHint', { count: PASSWORD_LENGTH_MIN })}
          autoComplete="new-password"
          required
          autoFocus
          value={password}
          onChange={(event) => choosePassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={attempt.isPending}>
          {words('setPassword')}
        </Button>
      </form>
    </Entrance>
  )
}
