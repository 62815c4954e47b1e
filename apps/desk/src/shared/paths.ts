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
  search: (term: string) => `/search?${new URLSearchParams({ q: term }).toString()}`,
  dispatchBoard: '/dispatch',
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
  serviceLevels: '/reports/service-levels',
  bookkeeping: '/bookkeeping',
  myTime: '/time',
  thisWeek: '/time/week',
  week: (monday: string) => `/time/week/${monday}`,
  approvals: '/time/approvals',
  timeQuestions: '/time/questions',
  rateCards: '/rate-cards',
  people: '/people',
  skills: '/people/skills',
  absences: '/people/absences',
  departments: '/departments',
  settings: '/settings',
  caseTypes: '/settings/types',
  priorities: '/settings/priorities',
  workflows: '/settings/workflows',
  newWorkflow: '/settings/workflows/new',
  workflow: (workflowId: string) => `/settings/workflows/${workflowId}`,
  statuses: '/settings/workflows/statuses',
  dispatchRules: '/settings/dispatch-rules',
  newDispatchRule: '/settings/dispatch-rules/new',
  dispatchRule: (ruleId: string) => `/settings/dispatch-rules/${ruleId}`,
  contextCards: '/settings/context-cards',
  newContextCard: '/settings/context-cards/new',
  contextCard: (cardId: string) => `/settings/context-cards/${cardId}`,
  customFields: '/settings/fields',
  newCustomField: '/settings/fields/new',
  customField: (fieldId: string) => `/settings/fields/${fieldId}`,
  caseTemplates: '/settings/templates',
  checklistTemplates: '/settings/templates/checklists',
  recurringCases: '/settings/templates/recurring',
  cannedTexts: '/settings/texts',
  newCannedText: '/settings/texts/new',
  cannedText: (cannedTextId: string) => `/settings/texts/${cannedTextId}`,
  macros: '/settings/texts/macros',
  newMacro: '/settings/texts/macros/new',
  macro: (macroId: string) => `/settings/texts/macros/${macroId}`,
  automation: '/settings/automation',
  newAutomationRule: '/settings/automation/new',
  automationRule: (ruleId: string) => `/settings/automation/${ruleId}`,
  activityTypes: '/settings/activity-types',
  priceClasses: '/settings/price-classes',
  serviceCalendars: '/settings/service-calendars',
  serviceCalendar: (calendarId: string) => `/settings/service-calendars/${calendarId}`,
  servicePolicies: '/settings/service-policies',
  newServicePolicy: '/settings/service-policies/new',
  servicePolicy: (policyId: string) => `/settings/service-policies/${policyId}`,
  company: '/settings/company',
  invoicingSettings: '/settings/invoicing',
  mails: '/mails',
  integrity: '/integrity',
  imports: '/imports',
  profile: '/profile',
  noticeSettings: '/profile/notices',
} as const

/** The work list of one view: a shipped one by its name, a saved one by its id. */
export function workListPath(view: string): string {
  return view === 'inbox' ? paths.cases : `${paths.cases}?${new URLSearchParams({ view }).toString()}`
}

/** Which view the address of the work list shows. */
export function viewOfSearch(search: string): string {
  return new URLSearchParams(search).get('view') ?? 'inbox'
}

/** The work list narrowed by a text of the query language; all active cases unless another view is named. */
export function queryPath(q: string, view = 'active'): string {
  return `${paths.cases}?${new URLSearchParams({ view, q }).toString()}`
}

/** Where a new case is written that goes on from an ended one. */
export function followUpPath(caseId: string): string {
  return `${paths.newCase}?follows=${caseId}`
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

/** Where a workflow is begun as a copy of another. */
export function copyWorkflowPath(workflowId: string): string {
  return `${paths.newWorkflow}?from=${workflowId}`
}

/** Where an automation rule is written that waits for one or the other. */
export function newRulePath(kind: 'event' | 'time'): string {
  return `${paths.newAutomationRule}?kind=${kind}`
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
