import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { HomePage } from './pages/home-page.tsx'
import { MissingPage } from './pages/missing-page.tsx'
import { SignedInFrame } from './pages/signed-in-frame.tsx'
import { paths } from './shared/paths.ts'

// What is not needed at the start is fetched when it is first opened.
const SignInPage = lazy(async () => ({ default: (await import('./pages/sign-in-page.tsx')).SignInPage }))
const ForgotPasswordPage = lazy(async () => ({
  default: (await import('./pages/forgot-password-page.tsx')).ForgotPasswordPage,
}))
const SetPasswordPage = lazy(async () => ({
  default: (await import('./pages/set-password-page.tsx')).SetPasswordPage,
}))
const CasesPage = lazy(async () => ({ default: (await import('./pages/cases-page.tsx')).CasesPage }))
const ReportPage = lazy(async () => ({ default: (await import('./pages/report-page.tsx')).ReportPage }))
const CasePage = lazy(async () => ({ default: (await import('./pages/case-page.tsx')).CasePage }))
const ProfilePage = lazy(async () => ({ default: (await import('./pages/profile-page.tsx')).ProfilePage }))
const AgreementsPage = lazy(async () => ({ default: (await import('./pages/agreements-page.tsx')).AgreementsPage }))
const AgreementPage = lazy(async () => ({ default: (await import('./pages/agreement-page.tsx')).AgreementPage }))
const InvoicesPage = lazy(async () => ({ default: (await import('./pages/invoices-page.tsx')).InvoicesPage }))
const InvoicePage = lazy(async () => ({ default: (await import('./pages/invoice-page.tsx')).InvoicePage }))
const ColleaguesPage = lazy(async () => ({ default: (await import('./pages/colleagues-page.tsx')).ColleaguesPage }))

/** All addresses. */
export function Pages() {
  return (
    <Routes>
      <Route path={paths.signIn} element={<SignInPage />} />
      <Route path={paths.forgotPassword} element={<ForgotPasswordPage />} />
      <Route path={paths.setPassword} element={<SetPasswordPage />} />
      <Route element={<SignedInFrame />}>
        <Route index element={<HomePage />} />
        <Route path={paths.cases} element={<CasesPage />} />
        <Route path={paths.reportCase} element={<ReportPage />} />
        <Route path={`${paths.cases}/:number`} element={<CasePage />} />
        <Route path={paths.profile} element={<ProfilePage />} />
        <Route path={paths.agreements} element={<AgreementsPage />} />
        <Route path={`${paths.agreements}/:agreementId`} element={<AgreementPage />} />
        <Route path={paths.invoices} element={<InvoicesPage />} />
        <Route path={`${paths.invoices}/:invoiceId`} element={<InvoicePage />} />
        <Route path={paths.colleagues} element={<ColleaguesPage />} />
        <Route path="*" element={<MissingPage />} />
      </Route>
    </Routes>
  )
}
