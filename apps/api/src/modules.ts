import { attachmentRoutes, extranetAttachmentRoutes } from './helpdesk/attachments.routes.ts'
import { contactRoutes } from './customers/contacts.routes.ts'
import { customerRoutes } from './customers/customers.routes.ts'
import { extranetMeRoutes, meRoutes } from './identity/me.routes.ts'
import { contactPasswordRoutes, staffPasswordRoutes } from './identity/passwords.routes.ts'
import { contactSessionRoutes, staffSessionRoutes } from './identity/sessions.routes.ts'
import { caseRoutes } from './helpdesk/cases.routes.ts'
import { dialogueRoutes } from './helpdesk/dialogue.routes.ts'
import { importRoutes } from './integrations/imports.routes.ts'
import { mailRoutes } from './mails/mails.routes.ts'
import { extranetLiveRoutes, liveRoutes } from './notices/live.routes.ts'
import { extranetNoticeRoutes, noticeRoutes } from './notices/notices.routes.ts'
import { extranetCaseRoutes } from './helpdesk/extranet-cases.routes.ts'
import type { RouteModule } from './platform/http/serve.ts'
import { customerCardRoutes } from './customers/customer-card.routes.ts'
import { agreementRoutes } from './agreements/agreements.routes.ts'
import { potentialRoutes } from './invoicing/potential.routes.ts'
import { timeRoutes } from './time/time.routes.ts'
import { timerRoutes } from './time/timer.routes.ts'
import { projectRoutes } from './projects/projects.routes.ts'
import { activityTypeRoutes, caseTypeRoutes, companyRoutes, priorityRoutes } from './settings/settings.routes.ts'
import { employeeRoutes } from './staff/employees.routes.ts'
import { departmentRoutes } from './staff/departments.routes.ts'

/** The routes of the public API, for staff sessions and API tokens. */
export const staffModules: RouteModule[] = [
  noticeRoutes,
  liveRoutes,
  mailRoutes,
  importRoutes,
  caseRoutes,
  dialogueRoutes,

  attachmentRoutes,
  timeRoutes,
  timerRoutes,
  agreementRoutes,
  potentialRoutes,
  customerCardRoutes,
  departmentRoutes,
  meRoutes,
  staffSessionRoutes,
  staffPasswordRoutes,
  employeeRoutes,
  customerRoutes,
  contactRoutes,
  projectRoutes,
  companyRoutes,
  caseTypeRoutes,
  priorityRoutes,
  activityTypeRoutes,
]

/** The routes of the customers' API, for contact sessions. */
export const extranetModules: RouteModule[] = [
  extranetCaseRoutes,

  extranetNoticeRoutes,
  extranetLiveRoutes,
  extranetAttachmentRoutes,
  extranetMeRoutes,
  contactSessionRoutes,
  contactPasswordRoutes,
]
