import { LoadingState } from '@timedesk/ui/loading-state'
import { PageBoundary } from '@timedesk/ui/page-boundary'
import { lazy, Suspense, useEffect, useState } from 'react'
import { matchPath, Navigate, Route, Routes, useLocation } from 'react-router'

import { SignedInLayout } from './pages/signed-in-layout.tsx'
import { page } from './page.ts'
import { paths } from './shared/paths.ts'
import { PageCrash } from './shared/problems/page-crash.tsx'

/** By then the first screen has all it asked for. */
const OFFICE_DELAY_MS = 3_000

const SignInPage = page(() => import('./pages/sign-in-page.tsx'))
const ForgotPasswordPage = page(() => import('./pages/forgot-password-page.tsx'))
const SetPasswordPage = page(() => import('./pages/set-password-page.tsx'))

/** The screens of daily work; each page is a file of its own that comes when it is needed. */
const screens = [
  { path: paths.cases, load: () => import('./pages/cases-page.tsx') },
  { path: paths.newCase, load: () => import('./pages/new-case-page.tsx') },
  { path: paths.case(':number'), load: () => import('./pages/case-page.tsx') },
].map(({ path, load }) => ({ path, load, Screen: page(load) }))
/** All other screens. Which there are is known apart from what the first screen needs. */
const loadOfficeScreens = () => import('./office-routes.tsx')
const OfficeScreens = lazy(async () => ({ default: (await loadOfficeScreens()).OfficeScreens }))

/** Every address of the desk with the screen that stands there. */
export function Pages() {
  const { pathname } = useLocation()
  const [first] = useState(pathname)
  // Its file is on its way while it is still being asked who is signed in; where it fails, the screen tells.
  useEffect(() => {
    const wanted = screens.find(({ path }) => matchPath(path, first) !== null)
    wanted?.load().catch(() => undefined)
  }, [first])
  useEffect(() => {
    const soon = setTimeout(() => void loadOfficeScreens().catch(() => undefined), OFFICE_DELAY_MS)
    return () => clearTimeout(soon)
  }, [])

  return (
    <PageBoundary pageKey={pathname} fallback={<PageCrash />}>
      <Suspense fallback={<LoadingState />}>
        <Routes>
          <Route path={paths.signIn} element={<SignInPage />} />
          <Route path={paths.forgotPassword} element={<ForgotPasswordPage />} />
          <Route path={paths.setPassword} element={<SetPasswordPage />} />
          <Route element={<SignedInLayout />}>
            <Route index element={<Navigate to={paths.cases} replace />} />
            {screens.map(({ path, Screen }) => (
              <Route key={path} path={path} element={<Screen />} />
            ))}
            <Route path="*" element={<OfficeScreens />} />
          </Route>
        </Routes>
      </Suspense>
    </PageBoundary>
  )
}
