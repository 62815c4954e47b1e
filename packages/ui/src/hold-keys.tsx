import { use, useLayoutEffect } from 'react'

import { RegistrationContext } from './use-shortcuts.ts'

/**
 * While it is on the screen, keys are nobody's. It stands where something that will take them is on its way, such as a
 * palette: what is typed meanwhile must not act on the page below. Harmless where there are no shortcuts.
 */
export function HoldKeys() {
  const registration = use(RegistrationContext)
  useLayoutEffect(() => registration?.hold(), [registration])
  return null
}
