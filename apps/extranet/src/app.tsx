import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { ShortcutProvider } from '@timedesk/ui/shortcut-provider'
import { TimedeskProvider } from '@timedesk/ui/timedesk-provider'
import type { i18n } from 'i18next'
import { Suspense } from 'react'
import { useLocation } from 'react-router'
import './app.css'
import { BrokenPage } from './pages/missing-page.tsx'
import { Pages } from './routes.tsx'
import { PageBoundary } from '@timedesk/ui/page-boundary'

type AppProps = { i18n: i18n; queryClient: QueryClient; env?: 'default' | 'test' }

/** The extranet: look, words, keys, cache and pages. Needs a router around it. */
export function App({ i18n, queryClient, env = 'default' }: AppProps) {
  const { pathname } = useLocation()
  return (
    <QueryClientProvider client={queryClient}>
      <TimedeskProvider i18n={i18n} env={env}>
        <ShortcutProvider>
          <PageBoundary pageKey={pathname} fallback={<BrokenPage />}>
            <Suspense>
              <Pages />
            </Suspense>
          </PageBoundary>
        </ShortcutProvider>
      </TimedeskProvider>
    </QueryClientProvider>
  )
}
