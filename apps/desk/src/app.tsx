import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { ShortcutProvider } from '@timedesk/ui/shortcut-provider'
import { TimedeskProvider } from '@timedesk/ui/timedesk-provider'
import type { i18n } from 'i18next'

import { Pages } from './routes.tsx'

type AppProps = { i18n: i18n; queryClient: QueryClient; env?: 'default' | 'test' }

/** The desk: look and words, keys, what was read from the API, and the screens. Needs a router around it. */
export function App({ i18n, queryClient, env = 'default' }: AppProps) {
  return (
    <TimedeskProvider i18n={i18n} env={env}>
      <ShortcutProvider>
        <QueryClientProvider client={queryClient}>
          <Pages />
        </QueryClientProvider>
      </ShortcutProvider>
    </TimedeskProvider>
  )
}
