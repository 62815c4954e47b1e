import { Anchor, Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { requestPasswordReset } from '@timedesk/contracts/identity'
import { useState } from 'react'
import { Link } from 'react-router'

import { client } from '../../shared/client.ts'
import { paths } from '../../shared/paths.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { Entrance } from './entrance.tsx'
import { useIdentityWords } from './use-identity-words.ts'

/** Asks for a mailed link; says the same whether or not the address is known. */
export function ForgotPasswordForm() {
  const words = useIdentityWords()
  const [email, setEmail] = useState('')
  const request = useMutation({
    mutationFn: () => client.call(requestPasswordReset, { body: { email: email.trim() } }),
  })
  const back = (
    <Anchor component={Link} to={paths.signIn} size="sm">
      {words('backToSignIn')}
    </Anchor>
  )

  if (request.isSuccess) return <Entrance title={words('sentTitle')} text={words('sentText', { email })} more={back} />
  return (
    <Entrance title={words('forgotTitle')} text={words('forgotText')} more={back}>
      <form
        className="desk-entrance-form"
        onSubmit={(event) => {
          event.preventDefault()
          request.mutate()
        }}
      >
        <ProblemNotice error={request.error} />
        <TextInput
          label={words('email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" loading={request.isPending}>
          {words('sendLink')}
        </Button>
      </form>
    </Entrance>
  )
}
