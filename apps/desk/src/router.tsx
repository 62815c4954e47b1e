import { LoadingState } from '@timedesk/ui/loading-state'
import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router'

import { SignedInLayout } from './pages/signed-in-layout.tsx'
import { BASE_PATH, paths } from './shared/paths.ts'
import { PageCrash } from './shared/problems/page-crash.tsx'
import { MissingPage } from './shared/problems/query-failure.tsx'

/** The signed-in screens; each page is a file of its own that comes when it is needed. */
const screens: RouteObject[] = [
  { index: true, element: <Navigate to={paths.cases} replace /> },
  { path: paths.cases, lazy: () => import('./pages/cases-page.tsx') },
  { path: paths.newCase, lazy: () => import('./pages/new-case-page.tsx') },
  { path: paths.case(':number'), lazy: () => import('./pages/case-page.tsx') },
  { path: paths.customers, lazy: () => import('./pages/customers-page.tsx') },
  { path: paths.customer(':customerId'), lazy: () => import('./pages/customer-page.tsx') },
  { path: paths.contacts, lazy: () => import('./pages/contacts-page.tsx') },
  { path: paths.projects, lazy: () => import('./pages/projects-page.tsx') },
  { path: paths.agreements, lazy: () => import('./pages/agreements-page.tsx') },
  { path: paths.potential, lazy: () => import('./pages/potential-page.tsx') },
  { path: paths.myTime, lazy: () => import('./pages/my-time-page.tsx') },
  { path: paths.people, lazy: () => import('./pages/people-page.tsx') },
  { path: paths.departments, lazy: () => import('./pages/departments-page.tsx') },
  { path: paths.caseTypes, lazy: () => import('./pages/case-types-page.tsx') },
  { path: paths.priorities, lazy: () => import('./pages/priorities-page.tsx') },
  { path: paths.activityTypes, lazy: () => import('./pages/activity-types-page.tsx') },
  { path: paths.company, lazy: () => import('./pages/company-page.tsx') },
  { path: paths.mails, lazy: () => import('./pages/mails-page.tsx') },
  { path: paths.imports, lazy: () => import('./pages/imports-page.tsx') },
  { path: paths.profile, lazy: () => import('./pages/profile-page.tsx') },
  { path: '*', element: <MissingPage /> },
]

/** Every address of the desk with the screen that stands there. */
export const routes: RouteObject[] = [
  {
    element: <Outlet />,
    errorElement: <PageCrash />,
    hydrateFallbackElement: <LoadingState />,
    children: [
      { path: paths.signIn, lazy: () => import('./pages/sign-in-page.tsx') },
      { path: paths.forgotPassword, lazy: () => import('./pages/forgot-password-page.tsx') },
      { path: paths.setPassword, lazy: () => import('./pages/set-password-page.tsx') },
      { element: <SignedInLayout />, children: [{ errorElement: <PageCrash />, children: screens }] },
    ],
  },
]

export type DeskRouter = ReturnType<typeof createDeskRouter>

/** The router over the browser's address bar. */
export function createDeskRouter() {
  return createBrowserRouter(routes, { basename: BASE_PATH })
}
