import * as workList from './work-list.ts'
import * as caseBadges from './case-badges.ts'
import * as caseExport from './case-export.ts'
import * as caseQuery from './case-query.ts'
import * as caseViews from './case-views.ts'
import * as caseSettings from './case-settings.ts'
import * as projects from './projects.ts'
import * as extranetIdentity from './extranet-identity.ts'
import * as dialogue from './dialogue.ts'
import * as contacts from './contacts.ts'
import * as apiTokens from './api-tokens.ts'
import * as agreements from './agreements.ts'
import * as agreementLog from './agreement-log.ts'
import * as attachments from './attachments.ts'
import * as caseAttachments from './case-attachments.ts'
import * as caseAttention from './case-attention.ts'
import * as noticeSettings from './notice-settings.ts'
import * as cases from './cases.ts'
import * as customers from './customers.ts'
import * as drafts from './drafts.ts'
import * as scheduledMessages from './scheduled-messages.ts'
import * as extranetCases from './extranet-cases.ts'
import * as extranetColleagues from './extranet-colleagues.ts'
import * as identity from './identity.ts'
import * as live from './live.ts'
import * as notices from './notices.ts'
import * as operations from './operations.ts'
import * as presence from './presence.ts'
import * as caseLinks from './case-links.ts'
import * as caseMerges from './case-merges.ts'
import * as caseParticipants from './case-participants.ts'
import * as caseSplits from './case-splits.ts'
import * as workflows from './workflows.ts'
import { isRoute, type Route } from './route.ts'
import * as settings from './settings.ts'
import * as setupSteps from './setup-steps.ts'
import * as search from './search.ts'
import * as staff from './staff.ts'
import * as time from './time.ts'
import * as cover from './cover.ts'
import * as extranetAgreements from './extranet-agreements.ts'
import * as integrity from './integrity.ts'
import * as potential from './potential.ts'
import * as pricing from './pricing.ts'
import * as sideConversations from './side-conversations.ts'
import * as simulation from './simulation.ts'
import * as subscriptions from './subscriptions.ts'
import * as vouchers from './vouchers.ts'
import * as timer from './timer.ts'
import * as corrections from './corrections.ts'
import * as periodLock from './period-lock.ts'
import * as serviceCalendars from './service-calendars.ts'
import * as serviceLevels from './service-levels.ts'
import * as costRates from './cost-rates.ts'
import * as subscriptionPrices from './subscription-prices.ts'
import * as terminations from './terminations.ts'
import * as weekSheets from './week-sheets.ts'
import * as bookkeeping from './bookkeeping.ts'
import * as extranetInvoices from './extranet-invoices.ts'
import * as invoiceRuns from './invoice-runs.ts'
import * as invoiceLines from './invoice-lines.ts'
import * as invoicePostings from './invoice-postings.ts'
import * as invoices from './invoices.ts'
import * as invoicingSettings from './invoicing-settings.ts'
import * as payments from './payments.ts'
import * as reports from './reports.ts'
import * as settingLog from './setting-log.ts'
import * as timeQuestions from './time-questions.ts'
import * as voucherOrders from './voucher-orders.ts'
import * as dispatchBoard from './dispatch-board.ts'
import * as absences from './absences.ts'
import * as skills from './skills.ts'
import * as dispatchRules from './dispatch-rules.ts'

import * as clocks from './clocks.ts'
import * as rehearsals from './rehearsals.ts'
import * as servicePolicies from './service-policies.ts'
import * as automationRules from './automation-rules.ts'
import * as automationRuns from './automation-runs.ts'
import * as cannedTexts from './canned-texts.ts'
import * as macros from './macros.ts'
import * as bulkActions from './bulk-actions.ts'
import * as caseContextCards from './case-context-cards.ts'
import * as contextCards from './context-cards.ts'
import * as caseTemplates from './case-templates.ts'
import * as checklists from './checklists.ts'
import * as customFields from './custom-fields.ts'
import * as customFieldSettings from './custom-field-settings.ts'
import * as extranetCaseFields from './extranet-case-fields.ts'
import * as recurringCases from './recurring-cases.ts'

const modules: object[] = [
  workList,
  caseExport,
  caseQuery,
  caseViews,
  caseBadges,
  caseSettings,
  settingLog,
  projects,
  extranetIdentity,
  dialogue,
  contacts,
  apiTokens,
  agreements,
  agreementLog,
  attachments,
  caseAttachments,
  caseAttention,
  noticeSettings,
  cases,
  drafts,
  scheduledMessages,
  presence,
  customers,
  extranetCases,
  extranetColleagues,
  identity,
  live,
  notices,
  operations,
  settings,
  setupSteps,
  staff,
  time,
  cover,
  extranetAgreements,
  integrity,
  potential,
  pricing,
  simulation,
  subscriptions,
  vouchers,
  weekSheets,
  timer,
  corrections,
  periodLock,
  serviceCalendars,
  serviceLevels,
  costRates,
  subscriptionPrices,
  terminations,
  invoices,
  invoiceLines,
  invoicePostings,
  invoiceRuns,
  invoicingSettings,
  payments,
  reports,
  bookkeeping,
  timeQuestions,
  voucherOrders,
  caseLinks,
  caseMerges,
  caseParticipants,
  caseSplits,
  workflows,
  extranetInvoices,
  servicePolicies,
  clocks,
  rehearsals,
  dispatchRules,
  skills,
  absences,
  dispatchBoard,
  automationRules,
  automationRuns,
  macros,
  bulkActions,
  cannedTexts,
  customFields,
  customFieldSettings,
  extranetCaseFields,
  checklists,
  contextCards,
  caseContextCards,
  caseTemplates,
  recurringCases,
  search,
  sideConversations,
]

/** Every route of the public API by its name, which is its `operationId`. */
export const routes: ReadonlyMap<string, Route> = new Map(
  modules.flatMap((module) => Object.entries(module).filter((entry): entry is [string, Route] => isRoute(entry[1]))),
)
