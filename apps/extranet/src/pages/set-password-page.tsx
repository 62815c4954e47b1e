import { Anchor, Button } from '@mantine/core'
import { Link, useLocation, useNavigate } from 'react-router'
import { PublicFrame } from '../features/session/public-frame.tsx'
import { SetPasswordForm } from '../features/session/set-password-form.tsx'
import { useSessionWords } from '../features/session/use-session-words.ts'
import { paths } from '../shared/paths.ts'

const SECRET = /^#(?:secret=)?([\w.~-]{20,200})$/u

/** Chooses a password. The secret stands in the fragment, which browsers do not send to servers. */
export function SetPasswordPage() {
  const words = useSessionWords()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const secret = SECRET.exec(hash)?.[1]

  if (secret === undefined) {
    return (
      <PublicFrame title={words('linkBrokenTitle')} text={words('linkBrokenText')}>
        <Button component={Link} to={paths.forgotPassword} fullWidth size="md">
          {words('askNewLink')}
        </Button>
      </PublicFrame>
    )
  }
  const again = (
    <Anchor component={Link} to={paths.forgotPassword} size="sm">
      {words('askNewLink')}
    </Anchor>
  )
  return (
    <PublicFrame title={words('setTitle')} note={again}>
      <SetPasswordForm
        secret={secret}
        onDone={() => {
          void navigate(paths.signIn, { replace: true, state: { passwordIsSet: true } })
        }}
      />
    </PublicFrame>
  )
}
