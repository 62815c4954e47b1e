/** Where the app is mounted. */
export const BASE_PATH = '/desk'

/** Every address of the desk, below the base path. */
export const paths = {
  signIn: '/sign-in',
  forgotPassword: '/forgot-password',
  setPassword: '/set-password',
  cases: '/cases',
  newCase: '/cases/new',
  case: (number: number | string) => `/cases/${number}`,
  customers: '/customers',
  customer: (customerId: string) => `/customers/${customerId}`,
  contacts: '/contacts',
  projects: '/projects',
  agreements: '/agreements',
  newAgreement: '/agreements/new',
  agreement: (agreementId: string) => `/agreements/${agreementId}`,
  editAgreement: (agreementId: string) => `/agreements/${agreementId}/edit`,
  vouchers: '/vouchers',
  voucherOrders: '/vouchers/orders',
  voucher: (voucherId: string) => `/vouchers/${voucherId}`,
  simulator: '/simulator',
  potential: '/potential',
  invoices: '/invoices',
  invoice: (invoiceId: string) => `/invoices/${invoiceId}`,
  invoiceRuns: '/invoice-runs',
  invoiceRun: (runId: string) => `/invoice-runs/${runId}`,
  payments: '/payments',
  overdue: '/payments/overdue',
  reports: '/reports',
  profit: '/reports/profit',
  deferredRevenue: '/reports/deferred-revenue',
  turnover: '/reports/turnover',
  vatReport: '/reports/vat',
  bookkeeping: '/bookkeeping',
  myTime: '/time',
  thisWeek: '/time/week',
  week: (monday: string) => `/time/week/${monday}`,
  approvals: '/time/approvals',
  timeQuestions: '/time/questions',
  rateCards: '/rate-cards',
  people: '/people',
  departments: '/departments',
  caseTypes: '/settings/types',
  priorities: '/settings/priorities',
  activityTypes: '/settings/activity-types',
  priceClasses: '/settings/price-classes',
  serviceCalendars: '/settings/service-calendars',
  company: '/settings/company',
  invoicingSettings: '/settings/invoicing',
  mails: '/mails',
  integrity: '/integrity',
  imports: '/imports',
  profile: '/profile',
} as const

/** The work list of one view. */
export function workListPath(view: 'mine' | 'department' | 'unassigned' | 'all'): string {
  return view === 'mine' ? paths.cases : `${paths.cases}?view=${view}`
}

/** Where an agreement is made, with a customer when one is told. */
export function newAgreementPath(customerId?: string): string {
  return customerId === undefined ? paths.newAgreement : `${paths.newAgreement}?customer=${customerId}`
}

/** Where a customer's work is replayed under other terms; under those of an agreement when one is told. */
export function simulatorPath(customerId: string, agreementId?: string): string {
  const query = new URLSearchParams({
    customer: customerId,
    ...(agreementId !== undefined && { agreement: agreementId }),
  })
  return `${paths.simulator}?${query.toString()}`
}

/** Where an invoice run is planned. */
export const newRunPath = `${paths.invoiceRuns}?new=yes`

/** The invoices of one customer. */
export function customerInvoicesPath(customerId: string): string {
  return `${paths.invoices}?customer=${customerId}`
}

/** What a customer's potential comes from. */
export function potentialPath(customerId: string): string {
  return `${paths.potential}?customer=${customerId}`
}

/** The sign-in page that leads back to where the person was. */
export function signInPath(from: { pathname: string; search: string; hash: string }): string {
  const back = `${from.pathname}${from.search}${from.hash}`
  return back === '/' ? paths.signIn : `${paths.signIn}?from=${encodeURIComponent(back)}`
}

/** Where to go after sign-in: the address that was asked for when it is one of this app, else the work list. */
export function returnPath(from: string | null): string {
  if (from === null || !/^\/(?![/\\])/u.test(from)) return paths.cases
  const resolved = new URL(from, window.location.origin)
  return resolved.origin === window.location.origin
    ? `${resolved.pathname}${resolved.search}${resolved.hash}`
    : paths.cases
}
