import { useLocation } from 'react-router'

import { SetPasswordForm } from '../features/identity/set-password-form.tsx'

/** The secret stands in the fragment, which browsers keep to themselves. */
export function Component() {
  const { hash } = useLocation()
  const fragment = hash.slice(1)
  const secret = new URLSearchParams(fragment).get('secret') ?? fragment
  return <SetPasswordForm secret={secret} />
}
