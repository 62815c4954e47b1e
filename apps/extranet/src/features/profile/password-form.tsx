import { Button, PasswordInput } from '@mantine/core'
import { isRefusal } from '@timedesk/client/api-error'
import { extranetChangePassword } from '@timedesk/contracts/extranet-identity'
import { PASSWORD_LENGTH_MIN } from '@timedesk/contracts/limits'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../../shared/client.ts'
import { FormProblem } from '../../shared/form-problem.tsx'
import { useNotify } from '../../shared/use-notify.ts'
import { sessionQueries } from './session-queries.ts'
import { useProfileWords } from './use-profile-words.ts'

const EMPTY = { currentPassword: '', password: '' }

/** Changes the password; asks for the present one. */
export function PasswordForm() {
  const words = useProfileWords()
  const queryClient = useQueryClient()
  const notify = useNotify()
  const [draft, setDraft] = useState(EMPTY)
  const change = useMutation({
    mutationFn: (body: typeof EMPTY) => client.call(extranetChangePassword, { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQueries.all().queryKey }),
  })
  const isWrong = isRefusal(change.error, 'sign_in_failed')

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    change.mutate(draft, {
      onSuccess: () => {
        setDraft(EMPTY)
        notify(words('passwordChanged'))
      },
    })
  }
  const field = (name: keyof typeof EMPTY) => ({
    value: draft[name],
    required: true,
    withAsterisk: false,
    visibilityToggleButtonProps: { 'aria-label': words('showPassword') },
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      setDraft((known) => ({ ...known, [name]: value }))
    },
  })

  return (
    <form className="ex-profile-form" onSubmit={handleSubmit} aria-busy={change.isPending}>
      {!isWrong && <FormProblem error={change.error} />}
      <PasswordInput
        label={words('currentPassword')}
        autoComplete="current-password"
        error={isWrong ? words('wrongPassword') : undefined}
        {...field('currentPassword')}
      />
      <PasswordInput
        label={words('newPassword')}
        description={words('passwordText', { length: PASSWORD_LENGTH_MIN })}
        autoComplete="new-password"
        {...field('password')}
      />
      <Button type="submit" variant="default" loading={change.isPending}>
        {words('changePassword')}
      </Button>
    </form>
  )
}
