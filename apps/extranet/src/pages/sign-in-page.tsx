import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation, useSearchParams } from 'react-router'
import { PublicFrame } from '../features/session/public-frame.tsx'
import { SignInForm } from '../features/session/sign-in-form.tsx'
import { useSessionWords } from '../features/session/use-session-words.ts'
import { meQuery } from '../shared/me.ts'
import { safeReturnPath } from '../shared/paths.ts'

/** Sign-in; whoever is signed in goes on to where they wanted. */
export function SignInPage() {
  const words = useSessionWords()
  const [search] = useSearchParams()
  const location = useLocation()
  const me = useQuery(meQuery())
  const wanted = search.get('return')
  const hasNewPassword = (location.state as { passwordIsSet?: boolean } | null)?.passwordIsSet === true

  if (me.data !== undefined && me.data !== null) return <Navigate to={safeReturnPath(wanted)} replace />
  return (
    <PublicFrame
      title={words('signInTitle')}
      text={words(wanted === null ? 'signInText' : 'signInToGoOn')}
      note={words('noAccount')}
    >
      {hasNewPassword && (
        <Alert mb="md" role="status">
          {words('passwordIsSet')}
        </Alert>
      )}
      <SignInForm />
    </PublicFrame>
  )
}
