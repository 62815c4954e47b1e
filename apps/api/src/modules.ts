import { attachmentRoutes, extranetAttachmentRoutes } from './helpdesk/attachments.routes.ts'
import { extranetMeRoutes, meRoutes } from './identity/me.routes.ts'
import { contactPasswordRoutes, staffPasswordRoutes } from './identity/passwords.routes.ts'
import { contactSessionRoutes, staffSessionRoutes } from './identity/sessions.routes.ts'
import { caseRoutes } from './helpdesk/cases.routes.ts'
import { dialogueRoutes } from './helpdesk/dialogue.routes.ts'
import { mailRoutes } from './mails/mails.routes.ts'
import { extranetLiveRoutes, liveRoutes } from './notices/live.routes.ts'
import { extranetNoticeRoutes, noticeRoutes } from './notices/notices.routes.ts'
import type { RouteModule } from './platform/http/serve.ts'
import { agreementRoutes } from './agreements/agreements.routes.ts'
import { potentialRoutes } from './invoicing/potential.routes.ts'
import { timeRoutes } from './time/time.routes.ts'
import { timerRoutes } from './time/timer.routes.ts'
import { departmentRoutes } from './staff/departments.routes.ts'

/** The routes of the public API, for staff sessions and API tokens. */
export const staffModules: RouteModule[] = [
  noticeRoutes,
  liveRoutes,
  mailRoutes,
  caseRoutes,
  dialogueRoutes,
  
  attachmentRoutes,
  timeRoutes,
  timerRoutes,
  agreementRoutes,
  potentialRoutes,
  departmentRoutes,
  meRoutes,
  staffSessionRoutes,
  staffPasswordRoutes,
]

/** The routes of the customers' API, for contact sessions. */
export const extranetModules: RouteModule[] = [
  extranetNoticeRoutes,
  extranetLiveRoutes,
  extranetAttachmentRoutes,
  extranetMeRoutes,
  contactSessionRoutes,
  contactPasswordRoutes,
]
