import type { ComponentType } from 'react'
import { Navigate, Route, Routes } from 'react-router'

import { page } from './page.ts'
import { paths } from './shared/paths.ts'
import { MissingPage } from './shared/problems/query-failure.tsx'

/** The screens beside the work with cases; each page is a file of its own that comes when it is needed. */
const screens: Record<string, ComponentType> = {
  '/search': page(() => import('./pages/search-page.tsx')),
  [paths.dispatchBoard]: page(() => import('./pages/dispatch-board-page.tsx')),
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
  [paths.serviceLevels]: page(() => import('./pages/service-levels-page.tsx')),
  [paths.bookkeeping]: page(() => import('./pages/bookkeeping-page.tsx')),
  [paths.rateCards]: page(() => import('./pages/rate-cards-page.tsx')),
  [paths.people]: page(() => import('./pages/people-page.tsx')),
  [paths.skills]: page(() => import('./pages/skills-page.tsx')),
  [paths.absences]: page(() => import('./pages/absences-page.tsx')),
  [paths.departments]: page(() => import('./pages/departments-page.tsx')),
  [paths.settings]: page(() => import('./pages/settings-page.tsx')),
  [paths.caseTypes]: page(() => import('./pages/case-types-page.tsx')),
  [paths.priorities]: page(() => import('./pages/priorities-page.tsx')),
  [paths.statuses]: page(() => import('./pages/statuses-page.tsx')),
  [paths.workflows]: page(() => import('./pages/workflows-page.tsx')),
  [paths.newWorkflow]: page(() => import('./pages/new-workflow-page.tsx')),
  [paths.workflow(':workflowId')]: page(() => import('./pages/workflow-page.tsx')),
  [paths.dispatchRules]: page(() => import('./pages/dispatch-rules-page.tsx')),
  [paths.newDispatchRule]: page(() => import('./pages/dispatch-rule-page.tsx')),
  [paths.dispatchRule(':ruleId')]: page(() => import('./pages/dispatch-rule-page.tsx')),
  [paths.contextCards]: page(() => import('./pages/context-cards-page.tsx')),
  [paths.newContextCard]: page(() => import('./pages/context-card-page.tsx')),
  [paths.contextCard(':cardId')]: page(() => import('./pages/context-card-page.tsx')),
  [paths.customFields]: page(() => import('./pages/custom-fields-page.tsx')),
  [paths.newCustomField]: page(() => import('./pages/new-custom-field-page.tsx')),
  [paths.customField(':fieldId')]: page(() => import('./pages/custom-field-page.tsx')),
  [paths.caseTemplates]: page(() => import('./pages/case-templates-page.tsx')),
  [paths.checklistTemplates]: page(() => import('./pages/checklist-templates-page.tsx')),
  [paths.recurringCases]: page(() => import('./pages/recurring-cases-page.tsx')),
  [paths.cannedTexts]: page(() => import('./pages/canned-texts-page.tsx')),
  [paths.newCannedText]: page(() => import('./pages/canned-text-page.tsx')),
  [paths.cannedText(':cannedTextId')]: page(() => import('./pages/canned-text-page.tsx')),
  [paths.macros]: page(() => import('./pages/macros-page.tsx')),
  [paths.newMacro]: page(() => import('./pages/macro-page.tsx')),
  [paths.macro(':macroId')]: page(() => import('./pages/macro-page.tsx')),
  [paths.automation]: page(() => import('./pages/automation-page.tsx')),
  [paths.newAutomationRule]: page(() => import('./pages/automation-rule-page.tsx')),
  [paths.automationRule(':ruleId')]: page(() => import('./pages/automation-rule-page.tsx')),
  [paths.activityTypes]: page(() => import('./pages/activity-types-page.tsx')),
  [paths.priceClasses]: page(() => import('./pages/price-classes-page.tsx')),
  [paths.servicePolicies]: page(() => import('./pages/service-policies-page.tsx')),
  [paths.newServicePolicy]: page(() => import('./pages/service-policy-page.tsx')),
  [paths.servicePolicy(':policyId')]: page(() => import('./pages/service-policy-page.tsx')),
  [paths.serviceCalendars]: page(() => import('./pages/service-calendars-page.tsx')),
  [paths.serviceCalendar(':calendarId')]: page(() => import('./pages/service-calendar-page.tsx')),
  [paths.company]: page(() => import('./pages/company-page.tsx')),
  [paths.invoicingSettings]: page(() => import('./pages/invoicing-settings-page.tsx')),
  [paths.mails]: page(() => import('./pages/mails-page.tsx')),
  [paths.integrity]: page(() => import('./pages/integrity-page.tsx')),
  [paths.imports]: page(() => import('./pages/imports-page.tsx')),
  [paths.profile]: page(() => import('./pages/profile-page.tsx')),
  [paths.noticeSettings]: page(() => import('./pages/notice-settings-page.tsx')),
}

/** Every address that the first table of screens lacks. */
export function OfficeScreens() {
  return (
    <Routes>
      <Route path={paths.reports} element={<Navigate to={paths.profit} replace />} />
      {Object.entries(screens).map(([path, Screen]) => (
        <Route key={path} path={path} element={<Screen />} />
      ))}
      <Route path="*" element={<MissingPage />} />
    </Routes>
  )
}
