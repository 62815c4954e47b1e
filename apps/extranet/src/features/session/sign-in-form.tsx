import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { Link } from 'react-router'
import { FormProblem } from '../../shared/form-problem.tsx'
import { paths } from '../../shared/paths.ts'
import { useRefusalWords } from '../../shared/use-refusal-words.ts'
import { useSessionWords } from './use-session-words.ts'
import { useSignIn } from './use-sign-in.ts'

/** E-mail and password. What was typed stays when it is refused. */
export function SignInForm() {
  const words = useSessionWords()
  const refusalWords = useRefusalWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useSignIn()

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    signIn.mutate({ email: email.trim(), password })
  }

  return (
    <form onSubmit={handleSubmit} aria-busy={signIn.isPending}>
      <Stack gap="md">
        <FormProblem error={signIn.error} />
        <TextInput
          label={words('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          error={refusalWords.ofField(signIn.error, 'email')}
          onChange={(event) => {
            setEmail(event.currentTarget.value)
          }}
        />
        <PasswordInput
          label={words('password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          visibilityToggleButtonProps={{ 'aria-label': words('showPassword') }}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
          }}
        />
        <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
          {words('signIn')}
        </Button>
        <Anchor component={Link} to={paths.forgotPassword} size="sm" ta="center">
          {words('forgot')}
        </Anchor>
      </Stack>
    </form>
  )
}
