import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { extranetSetPassword } from '@timedesk/contracts/extranet-identity'
import { PASSWORD_LENGTH_MIN } from '@timedesk/contracts/limits'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../../shared/client.ts'
import { FormProblem } from '../../shared/form-problem.tsx'
import { useSessionWords } from './use-session-words.ts'

type SetPasswordFormProps = { secret: string; onDone: () => void }

/** Chooses a password with the secret out of a mailed link, of an invitation or a reset alike. */
export function SetPasswordForm({ secret, onDone }: SetPasswordFormProps) {
  const words = useSessionWords()
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const save = useMutation({
    mutationFn: (chosen: string) => client.call(extranetSetPassword, { body: { secret, password: chosen } }),
    onSuccess: onDone,
  })
  const isDifferent = password !== repeated

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setHasTried(true)
    if (!isDifferent) save.mutate(password)
  }

  return (
    <form onSubmit={handleSubmit} aria-busy={save.isPending}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {words('setText', { length: PASSWORD_LENGTH_MIN })}
        </Text>
        <FormProblem error={save.error} />
        <PasswordInput
          label={words('newPassword')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={password}
          visibilityToggleButtonProps={{ 'aria-label': words('showPassword') }}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
          }}
        />
        <PasswordInput
          label={words('repeatPassword')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={repeated}
          error={hasTried && isDifferent ? words('passwordsDiffer') : undefined}
          visibilityToggleButtonProps={{ 'aria-label': words('showPassword') }}
          onChange={(event) => {
            setRepeated(event.currentTarget.value)
          }}
        />
        <Button type="submit" size="md" loading={save.isPending} fullWidth>
          {words('savePassword')}
        </Button>
      </Stack>
    </form>
  )
}
