import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'

import { SignInForm } from '../features/identity/sign-in-form.tsx'
import { returnPath } from '../shared/paths.ts'

/** Sign-in, and back to the address that was asked for. */
export function Component() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return (
    <SignInForm
      onSignedIn={() => {
        queryClient.clear()
        void navigate(returnPath(search.get('from')), { replace: true })
      }}
    />
  )
}
