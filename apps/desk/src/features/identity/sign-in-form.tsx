import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { signIn } from '@timedesk/contracts/identity'
import { useState } from 'react'
import { Link } from 'react-router'

import { client } from '../../shared/client.ts'
import { paths } from '../../shared/paths.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { Entrance } from './entrance.tsx'
import { useIdentityWords } from './use-identity-words.ts'

/** E-mail and password; tells once the session stands. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const words = useIdentityWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const attempt = useMutation({
    mutationFn: () => client.call(signIn, { body: { email: email.trim(), password } }),
    onSuccess: onSignedIn,
  })

  return (
    <Entrance
      title={words('signInTitle')}
      text={words('signInText')}
      more={
        <Anchor component={Link} to={paths.forgotPassword} size="sm">
          {words('forgot')}
        </Anchor>
      }
    >
      <form
        className="desk-entrance-form"
        onSubmit={(event) => {
          event.preventDefault()
          attempt.mutate()
        }}
      >
        <ProblemNotice error={attempt.error} />
        <TextInput
          label={words('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={words('password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={attempt.isPending} mt="xs">
          {words('signIn')}
        </Button>
      </form>
    </Entrance>
  )
}
