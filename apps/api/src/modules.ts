import { attachmentRoutes, extranetAttachmentRoutes } from './helpdesk/attachments.routes.ts'
import { contactRoutes } from './customers/contacts.routes.ts'
import { customerRoutes } from './customers/customers.routes.ts'
import { extranetMeRoutes, meRoutes } from './identity/me.routes.ts'
import { contactPasswordRoutes, staffPasswordRoutes } from './identity/passwords.routes.ts'
import { contactSessionRoutes, staffSessionRoutes } from './identity/sessions.routes.ts'
import { caseFieldRoutes, extranetCaseFieldRoutes } from './helpdesk/fields/case-fields.routes.ts'
import { checklistRoutes, checklistTemplateRoutes } from './helpdesk/checklists/checklists.routes.ts'
import { recurringCaseRoutes } from './helpdesk/recurring/recurring-cases.routes.ts'
import { caseTemplateRoutes } from './helpdesk/templates/case-templates.routes.ts'
import { customFieldRoutes } from './settings/fields/custom-fields.routes.ts'
import { caseRoutes } from './helpdesk/cases.routes.ts'
import { caseListRoutes } from './helpdesk/list/case-lists.routes.ts'
import { caseViewRoutes } from './helpdesk/views/case-views.routes.ts'
import { caseExportRoutes } from './helpdesk/export/case-export.routes.ts'
import { caseLinkRoutes, extranetCaseLinkRoutes } from './helpdesk/links/case-links.routes.ts'
import { mergeRoutes } from './helpdesk/merges/merges.routes.ts'
import { participantRoutes } from './helpdesk/participants/participants.routes.ts'
import { splitRoutes } from './helpdesk/splits/splits.routes.ts'
import { dialogueRoutes } from './helpdesk/dialogue.routes.ts'
import { caseAttentionRoutes } from './helpdesk/attention/case-attention.routes.ts'
import { messageDraftRoutes } from './helpdesk/drafts/drafts.routes.ts'
import { scheduledMessageRoutes } from './helpdesk/drafts/scheduled-messages.routes.ts'
import { presenceRoutes } from './helpdesk/presence/presence.routes.ts'
import { searchRoutes } from './helpdesk/search/search.routes.ts'
import { sideConversationRoutes } from './helpdesk/sides/side-conversations.routes.ts'
import { importRoutes } from './integrations/imports.routes.ts'
import { mailRoutes } from './mails/mails.routes.ts'
import { extranetLiveRoutes, liveRoutes } from './notices/live.routes.ts'
import { extranetNoticeRoutes, noticeRoutes } from './notices/notices.routes.ts'
import { extranetCaseRoutes } from './helpdesk/extranet-cases.routes.ts'
import type { RouteModule } from './platform/http/serve.ts'
import { customerCardRoutes } from './customers/customer-card.routes.ts'
import { agreementLogRoutes } from './agreements/agreement-log.routes.ts'
import { agreementRoutes } from './agreements/agreements.routes.ts'
import { subscriptionRoutes } from './agreements/subscriptions/subscriptions.routes.ts'
import { rateCardRoutes } from './agreements/rate-cards.routes.ts'
import { extranetAgreementRoutes } from './agreements/extranet-agreements.routes.ts'
import { poolRoutes } from './agreements/pools/pools.routes.ts'
import { simulationRoutes } from './agreements/simulation/simulation.routes.ts'
import { extranetVoucherOrderRoutes, voucherOrderRoutes } from './agreements/voucher-orders/voucher-orders.routes.ts'
import { voucherRoutes } from './agreements/vouchers/vouchers.routes.ts'
import { integrityRoutes } from './platform/operations/integrity.routes.ts'
import { draftRoutes } from './invoicing/drafts/drafts.routes.ts'
import { invoiceRoutes } from './invoicing/invoices.routes.ts'
import { paymentRoutes } from './invoicing/payments/payments.routes.ts'
import { postingRoutes } from './invoicing/posting/posting.routes.ts'
import { runRoutes } from './invoicing/runs/runs.routes.ts'
import { potentialRoutes } from './invoicing/potential/potential.routes.ts'
import { bookkeepingRoutes } from './bookkeeping/bookkeeping.routes.ts'
import { extranetInvoiceRoutes } from './invoicing/extranet/extranet-invoices.routes.ts'
import { extranetTimeRoutes } from './time/extranet-time.routes.ts'
import { correctionRoutes } from './time/corrections.routes.ts'
import { periodLockRoutes } from './time/period-lock.routes.ts'
import { coverRoutes } from './time/cover.routes.ts'
import { extranetQuestionRoutes } from './invoicing/questions/extranet-questions.routes.ts'
import { timeQuestionRoutes } from './invoicing/questions/time-questions.routes.ts'
import { timeRoutes } from './time/time.routes.ts'
import { timerRoutes } from './time/timer.routes.ts'
import { weekSheetRoutes } from './time/week-sheets.routes.ts'
import { projectRoutes, projectTaskRoutes } from './projects/projects.routes.ts'
import { reportRoutes } from './reports/reports.routes.ts'
import { serviceLevelRoutes } from './reports/service-levels.routes.ts'
import { priceClassRoutes } from './settings/price-classes.routes.ts'
import { invoicingSettingsRoutes } from './settings/invoicing/invoicing-settings.routes.ts'
import { caseStatusRoutes, workflowRoutes } from './settings/workflow/workflow.routes.ts'
import { settingLogRoutes } from './settings/setting-log.routes.ts'
import { serviceCalendarRoutes } from './settings/service-calendars.routes.ts'
import { activityTypeRoutes, caseTypeRoutes, companyRoutes, priorityRoutes } from './settings/settings.routes.ts'
import { clockRoutes, extranetClockRoutes } from './service-levels/clocks.routes.ts'
import { rehearsalRoutes } from './service-levels/rehearsal/rehearsals.routes.ts'
import { servicePolicyRoutes } from './service-levels/service-policies.routes.ts'
import { costRateRoutes } from './staff/cost-rates.routes.ts'
import { employeeRoutes } from './staff/employees.routes.ts'
import { departmentRoutes } from './staff/departments.routes.ts'
import { skillRoutes } from './staff/skills/skills.routes.ts'
import { absenceRoutes } from './staff/absences/absences.routes.ts'
import { dispatchRuleRoutes } from './dispatch/dispatch-rules.routes.ts'
import { dispatchBoardRoutes } from './dispatch/dispatch-board.routes.ts'

import { automationRuleRoutes, automationRunRoutes } from './automation/automation-rules.routes.ts'
import { cannedTextRoutes } from './texts/canned-texts.routes.ts'
import { caseContextCardRoutes, contextCardRoutes } from './integrations/context-cards/context-cards.routes.ts'
import { macroRoutes } from './texts/macros.routes.ts'
import { bulkActionRoutes } from './bulk/bulk-actions.routes.ts'

/** The routes of the public API, for staff sessions and API tokens. */
export const staffModules: RouteModule[] = [
  noticeRoutes,
  liveRoutes,
  mailRoutes,
  importRoutes,
  caseRoutes,
  caseListRoutes,
  caseViewRoutes,
  caseExportRoutes,
  caseFieldRoutes,
  checklistRoutes,
  customFieldRoutes,
  checklistTemplateRoutes,
  caseTemplateRoutes,
  recurringCaseRoutes,
  dialogueRoutes,
  caseAttentionRoutes,
  messageDraftRoutes,
  scheduledMessageRoutes,
  presenceRoutes,
  sideConversationRoutes,
  searchRoutes,
  caseLinkRoutes,
  mergeRoutes,
  splitRoutes,
  participantRoutes,
  dispatchRuleRoutes,
  dispatchBoardRoutes,

  attachmentRoutes,
  timeRoutes,
  coverRoutes,
  timeQuestionRoutes,
  timerRoutes,
  correctionRoutes,
  weekSheetRoutes,
  periodLockRoutes,
  agreementRoutes,
  agreementLogRoutes,
  subscriptionRoutes,
  rateCardRoutes,
  voucherRoutes,
  voucherOrderRoutes,
  poolRoutes,
  simulationRoutes,
  potentialRoutes,
  invoiceRoutes,
  draftRoutes,
  runRoutes,
  postingRoutes,
  paymentRoutes,
  bookkeepingRoutes,
  reportRoutes,
  serviceLevelRoutes,
  integrityRoutes,
  customerCardRoutes,
  departmentRoutes,
  meRoutes,
  staffSessionRoutes,
  staffPasswordRoutes,
  employeeRoutes,
  costRateRoutes,
  skillRoutes,
  absenceRoutes,
  customerRoutes,
  contactRoutes,
  projectRoutes,
  projectTaskRoutes,
  companyRoutes,
  caseTypeRoutes,
  priorityRoutes,
  caseStatusRoutes,
  workflowRoutes,
  activityTypeRoutes,
  priceClassRoutes,
  serviceCalendarRoutes,
  settingLogRoutes,
  servicePolicyRoutes,
  clockRoutes,
  rehearsalRoutes,
  invoicingSettingsRoutes,
  automationRuleRoutes,
  automationRunRoutes,
  macroRoutes,
  contextCardRoutes,
  caseContextCardRoutes,
  bulkActionRoutes,
  cannedTextRoutes,
]

/** The routes of the customers' API, for contact sessions. */
export const extranetModules: RouteModule[] = [
  extranetCaseRoutes,
  extranetCaseFieldRoutes,
  extranetCaseLinkRoutes,
  extranetClockRoutes,
  extranetTimeRoutes,
  extranetQuestionRoutes,
  extranetAgreementRoutes,
  extranetVoucherOrderRoutes,
  extranetInvoiceRoutes,
  extranetNoticeRoutes,
  extranetLiveRoutes,
  extranetAttachmentRoutes,
  extranetMeRoutes,
  contactSessionRoutes,
  contactPasswordRoutes,
]
