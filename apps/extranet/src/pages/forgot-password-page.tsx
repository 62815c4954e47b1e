import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { ForgotPasswordForm } from '../features/session/forgot-password-form.tsx'
import { PublicFrame } from '../features/session/public-frame.tsx'
import { useSessionWords } from '../features/session/use-session-words.ts'
import { paths } from '../shared/paths.ts'

/** Asks for a link that lets one choose a new password. */
export function ForgotPasswordPage() {
  const words = useSessionWords()
  const back = (
    <Anchor component={Link} to={paths.signIn} size="sm">
      {words('backToSignIn')}
    </Anchor>
  )
  return (
    <PublicFrame title={words('forgotTitle')} text={words('forgotText')} note={back}>
      <ForgotPasswordForm />
    </PublicFrame>
  )
}
