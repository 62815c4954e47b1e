import { LoadingState } from '@timedesk/ui/loading-state'
import { PageBoundary } from '@timedesk/ui/page-boundary'
import { lazy, Suspense, type ComponentType } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'

import { SignedInLayout } from './pages/signed-in-layout.tsx'
import { paths } from './shared/paths.ts'
import { PageCrash } from './shared/problems/page-crash.tsx'
import { MissingPage } from './shared/problems/query-failure.tsx'

type PageFile = { Component: ComponentType }

const SignInPage = page(() => import('./pages/sign-in-page.tsx'))
const ForgotPasswordPage = page(() => import('./pages/forgot-password-page.tsx'))
const SetPasswordPage = page(() => import('./pages/set-password-page.tsx'))

/** The signed-in screens; each page is a file of its own that comes when it is needed. */
const screens: Record<string, ComponentType> = {
  [paths.cases]: page(() => import('./pages/cases-page.tsx')),
  [paths.newCase]: page(() => import('./pages/new-case-page.tsx')),
  [paths.case(':number')]: page(() => import('./pages/case-page.tsx')),
  [paths.customers]: page(() => import('./pages/customers-page.tsx')),
  [paths.customer(':customerId')]: page(() => import('./pages/customer-page.tsx')),
  [paths.contacts]: page(() => import('./pages/contacts-page.tsx')),
  [paths.projects]: page(() => import('./pages/projects-page.tsx')),
  [paths.agreements]: page(() => import('./pages/agreements-page.tsx')),
  [paths.newAgreement]: page(() => import('./pages/new-agreement-page.tsx')),
  [paths.agreement(':agreementId')]: page(() => import('./pages/agreement-page.tsx')),
  [paths.editAgreement(':agreementId')]: page(() => import('./pages/edit-agreement-page.tsx')),
  [paths.vouchers]: page(() => import('./pages/vouchers-page.tsx')),
  [paths.voucherOrders]: page(() => import('./pages/voucher-orders-page.tsx')),
  [paths.voucher(':voucherId')]: page(() => import('./pages/voucher-page.tsx')),
  [paths.simulator]: page(() => import('./pages/simulator-page.tsx')),
  [paths.potential]: page(() => import('./pages/potential-page.tsx')),
  [paths.invoices]: page(() => import('./pages/invoices-page.tsx')),
  [paths.invoice(':invoiceId')]: page(() => import('./pages/invoice-page.tsx')),
  [paths.invoiceRuns]: page(() => import('./pages/invoice-runs-page.tsx')),
  [paths.invoiceRun(':runId')]: page(() => import('./pages/invoice-run-page.tsx')),
  [paths.payments]: page(() => import('./pages/payments-page.tsx')),
  [paths.overdue]: page(() => import('./pages/overdue-page.tsx')),
  [paths.myTime]: page(() => import('./pages/my-time-page.tsx')),
  [paths.thisWeek]: page(() => import('./pages/week-page.tsx')),
  [paths.week(':monday')]: page(() => import('./pages/week-page.tsx')),
  [paths.approvals]: page(() => import('./pages/approvals-page.tsx')),
  [paths.timeQuestions]: page(() => import('./pages/time-questions-page.tsx')),
  [paths.profit]: page(() => import('./pages/profit-page.tsx')),
  [paths.deferredRevenue]: page(() => import('./pages/deferred-revenue-page.tsx')),
  [paths.turnover]: page(() => import('./pages/turnover-page.tsx')),
  [paths.vatReport]: page(() => import('./pages/vat-report-page.tsx')),
  [paths.bookkeeping]: page(() => import('./pages/bookkeeping-page.tsx')),
  [paths.rateCards]: page(() => import('./pages/rate-cards-page.tsx')),
  [paths.people]: page(() => import('./pages/people-page.tsx')),
  [paths.departments]: page(() => import('./pages/departments-page.tsx')),
  [paths.caseTypes]: page(() => import('./pages/case-types-page.tsx')),
  [paths.priorities]: page(() => import('./pages/priorities-page.tsx')),
  [paths.activityTypes]: page(() => import('./pages/activity-types-page.tsx')),
  [paths.priceClasses]: page(() => import('./pages/price-classes-page.tsx')),
  [paths.serviceCalendars]: page(() => import('./pages/service-calendars-page.tsx')),
  [paths.company]: page(() => import('./pages/company-page.tsx')),
  [paths.invoicingSettings]: page(() => import('./pages/invoicing-settings-page.tsx')),
  [paths.mails]: page(() => import('./pages/mails-page.tsx')),
  [paths.integrity]: page(() => import('./pages/integrity-page.tsx')),
  [paths.imports]: page(() => import('./pages/imports-page.tsx')),
  [paths.profile]: page(() => import('./pages/profile-page.tsx')),
}

/** Every address of the desk with the screen that stands there. */
export function Pages() {
  const { pathname } = useLocation()
  return (
    <PageBoundary pageKey={pathname} fallback={<PageCrash />}>
      <Suspense fallback={<LoadingState />}>
        <Routes>
          <Route path={paths.signIn} element={<SignInPage />} />
          <Route path={paths.forgotPassword} element={<ForgotPasswordPage />} />
          <Route path={paths.setPassword} element={<SetPasswordPage />} />
          <Route element={<SignedInLayout />}>
            <Route index element={<Navigate to={paths.cases} replace />} />
            <Route path={paths.reports} element={<Navigate to={paths.profit} replace />} />
            {Object.entries(screens).map(([path, Screen]) => (
              <Route key={path} path={path} element={<Screen />} />
            ))}
            <Route path="*" element={<MissingPage />} />
          </Route>
        </Routes>
      </Suspense>
    </PageBoundary>
  )
}

function page(load: () => Promise<PageFile>): ComponentType {
  return lazy(async () => ({ default: (await load()).Component }))
}
