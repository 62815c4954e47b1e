import { Button, Stack, Text, TextInput } from '@mantine/core'
import { extranetRequestPasswordReset } from '@timedesk/contracts/extranet-identity'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../../shared/client.ts'
import { FormProblem } from '../../shared/form-problem.tsx'
import { useRefusalWords } from '../../shared/use-refusal-words.ts'
import { useSessionWords } from './use-session-words.ts'

/** Asks for a link by mail. The answer is the same whether or not the address is known. */
export function ForgotPasswordForm() {
  const words = useSessionWords()
  const refusalWords = useRefusalWords()
  const [email, setEmail] = useState('')
  const request = useMutation({
    mutationFn: (address: string) => client.call(extranetRequestPasswordReset, { body: { email: address } }),
  })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    request.mutate(email.trim())
  }

  if (request.isSuccess) {
    return (
      <Stack gap="md" role="status">
        <Text fw={600}>{words('linkSentTitle')}</Text>
        <Text size="sm">{words('linkSentText', { email: request.variables })}</Text>
        <Button
          variant="default"
          onClick={() => {
            request.reset()
          }}
        >
          {words('otherAddress')}
        </Button>
      </Stack>
    )
  }
  return (
    <form onSubmit={handleSubmit} aria-busy={request.isPending}>
      <Stack gap="md">
        <FormProblem error={request.error} />
        <TextInput
          label={words('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          error={refusalWords.ofField(request.error, 'email')}
          onChange={(event) => {
            setEmail(event.currentTarget.value)
          }}
        />
        <Button type="submit" size="md" loading={request.isPending} fullWidth>
          {words('sendLink')}
        </Button>
      </Stack>
    </form>
  )
}
