import { QueryClientProvider } from '@tanstack/react-query'
import { configure, render } from '@testing-library/react'
import type { Me } from '@timedesk/contracts/identity'
import { createI18n, type Language } from '@timedesk/ui/i18n'
import { ShortcutProvider } from '@timedesk/ui/shortcut-provider'
import { TimedeskProvider } from '@timedesk/ui/timedesk-provider'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll } from 'vitest'

import { createQueryClient } from '../shared/create-query-client.ts'
import { MeContext } from '../shared/session/use-me.ts'
import { server } from './answers.ts'
import { buildMe } from './build.ts'

configure({ asyncUtilTimeout: 8_000 })

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' })
})
afterEach(() => {
  server.resetHandlers()
})
afterAll(() => {
  server.close()
})

/** Shows a part of the desk by itself, signed in, with look, words, keys and what was read around it. */
export function showPart(
  part: ReactNode,
  { me = buildMe(), language = 'en' }: { me?: Me; language?: Language } = {},
): void {
  render(
    <TimedeskProvider i18n={createI18n({ resources: { en: {}, da: {} }, language })} env="test">
      <ShortcutProvider>
        <QueryClientProvider client={createQueryClient()}>
          <MemoryRouter>
            <MeContext value={me}>{part}</MeContext>
          </MemoryRouter>
        </QueryClientProvider>
      </ShortcutProvider>
    </TimedeskProvider>,
  )
}
