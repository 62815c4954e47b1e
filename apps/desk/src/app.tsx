import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { ShortcutProvider } from '@timedesk/ui/shortcut-provider'
import { TimedeskProvider } from '@timedesk/ui/timedesk-provider'
import type { i18n } from 'i18next'
import { RouterProvider } from 'react-router/dom'

import type { DeskRouter } from './router.tsx'

type AppProps = { i18n: i18n; queryClient: QueryClient; router: DeskRouter; env?: 'default' | 'test' }

/** The desk: look and words, keys, what was read from the API, and the screens. */
export function App({ i18n, queryClient, router, env = 'default' }: AppProps) {
  return (
    <TimedeskProvider i18n={i18n} env={env}>
      <ShortcutProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ShortcutProvider>
    </TimedeskProvider>
  )
}
