import type { DemoCaseWork, DemoDesk, DemoStatus } from './desk-shape.ts'
import type { DemoCurrencyRate, DemoHabit, DemoInvoicing, DemoTerms } from './invoicing-shape.ts'
import type {
  DemoAgreement,
  DemoCostRate,
  DemoDeed,
  DemoPlanLine,
  DemoPriceClass,
  DemoProjectTask,
  DemoRateCard,
  DemoServiceCalendar,
} from './settlement-shape.ts'
import type { DemoTime, DemoTimer, DemoWeekSheet, DemoWork } from './time-shape.ts'
import type { DemoWorkspace } from './workspace/workspace-shape.ts'

export type Language = 'en' | 'da'
export type ProductName = 'Ledger' | 'Planr' | 'Webdesk' | 'Hosting'

export type DemoCompany = DemoDesk & {
  workspace: DemoWorkspace
  company: DemoSeller
  invoicing: DemoInvoicing
  currencyRates: DemoCurrencyRate[]
  habits: DemoHabit[]
  departments: DemoDepartment[]
  employees: DemoEmployee[]
  priceClasses: DemoPriceClass[]
  rateCards: DemoRateCard[]
  serviceCalendars: DemoServiceCalendar[]
  costRates: DemoCostRate[]
  activityTypes: DemoActivityType[]
  caseTypes: DemoCaseType[]
  priorities: DemoPriority[]
  statuses: DemoStatus[]
  customers: DemoCustomer[]
  contacts: DemoContact[]
  projects: DemoProject[]
  tasks: DemoProjectTask[]
  agreements: DemoAgreement[]
  planLines: DemoPlanLine[]
  /** In order of creation; numbers rise with it. */
  cases: DemoCase[]
  /** Time that belongs to no case. */
  work: DemoWork[]
  weekSheets: DemoWeekSheet[]
  timers: DemoTimer[]
  /** In order of time. */
  deeds: DemoDeed[]
}

export type DemoSeller = {
  name: string
  address: string
  postalCode: string
  city: string
  countryCode: string
  cvr: string
  vatId: string
  currency: string
  timeZone: string
  language: Language
  /** Minor units per hour. */
  ratePerHour: number
  approvesTime: boolean
}

/** Parents come before their children. */
export type DemoDepartment = {
  id: string
  name: string
  parentId: string | null
  createdAt: Date
}

export type DemoEmployee = {
  id: string
  initials: string
  name: string
  email: string
  departmentId: string
  role: 'agent' | 'lead' | 'finance' | 'manager' | 'administrator'
  language: Language
  priceClassId: string
  /** Minutes of a day, Monday to Sunday. */
  workingMinutes: readonly number[]
  createdAt: Date
}

export type DemoActivityType = {
  id: string
  name: string
  isBillable: boolean
  /** Of the rate, in thousandths. */
  factor: number
  /** Minor units per hour, instead of the rate. */
  fixedRate: number | null
  minimumMinutes: number
  position: number
}

/** Parents come before their children. */
export type DemoCaseType = {
  id: string
  name: string
  parentId: string | null
  departmentId: string | null
  responsibleId: string | null
  /** Null: the workflow of the type above, else the standard one. */
  workflowId: string | null
  position: number
}

export type DemoPriority = {
  id: string
  name: string
  level: number
  isDefault: boolean
}

export type DemoCustomer = DemoTerms & {
  id: string
  number: number
  name: string
  address: string
  postalCode: string
  city: string
  countryCode: string
  phone: string
  website: string
  currency: string
  language: Language
  /** Minor units per hour; null: no price of its own. */
  ratePerHour: number | null
  accountManagerId: string
  remarks: string
  coverOrder: readonly ('subscription' | 'voucher')[]
  requiresPo: boolean
  showsTime: 'none' | 'approved' | 'live'
  showsBalances: boolean
  showsMoney: boolean
  createdAt: Date
}

export type DemoContact = {
  id: string
  customerId: string
  name: string
  email: string
  phone: string
  title: string
  role: 'requester' | 'manager' | 'bookkeeper'
  seesAllCases: boolean
  language: Language
  createdAt: Date
}

/** Days are `YYYY-MM-DD`. */
export type DemoProject = {
  id: string
  number: number
  customerId: string
  name: string
  description: string
  ownerId: string
  startsOn: string
  endsOn: string | null
  isActive: boolean
  createdAt: Date
}

export type DemoActor =
  { kind: 'employee'; id: string } | { kind: 'contact'; id: string } | { kind: 'system'; id: null }

/** A file of a message; a body shows an image as `![name](attachment:<id>)`. */
export type DemoAttachment = {
  id: string
  name: string
  contentType: 'image/png' | 'text/plain'
  bytes: Uint8Array
}

/** A case as it stands now, and the history that led there. Status, department and responsible follow from it. */
export type DemoCase = DemoCaseWork & {
  id: string
  number: number
  customerId: string
  contactId: string
  subject: string
  typeId: string
  priorityId: string
  product: ProductName | null
  tags: string[]
  projectId: string | null
  /** Chosen by hand; null: whatever agreements of the customer are for such work. */
  agreementId: string | null
  /** No agreement pays for it. */
  isOutsideContract: boolean
  externalReference: string | null
  deadline: Date | null
  createdVia: 'desk' | 'extranet' | 'mail' | 'recurring'
  /** In order of time, the first one `created`, no two at the same moment unless time is registered with a message. */
  happenings: DemoHappening[]
  readMarks: { employees: DemoReadMark[]; contacts: DemoReadMark[] }
}

/** Everything up to `at` is seen by this person. */
export type DemoReadMark = {
  id: string
  at: Date
}

export type DemoHappening = { at: Date; actor: DemoActor } & DemoFact

export type DemoFact =
  /** `reply` is the description: the first public message. */
  | {
      kind: 'created'
      reply: DemoMessage
      statusId: string
      departmentId: string
      responsibleId: string | null
      rule: 'by_type' | 'by_hand' | 'by_rule'
      /** Of the dispatch rule. */
      ruleName?: string
    }
  /** `statusId` is the status that the reply leaves the case in, as `decideReply` has it; often the one before. */
  | ({ kind: 'reply'; statusId: string } & DemoMessage)
  | ({ kind: 'note' } & DemoMessage)
  | { kind: 'status'; statusId: string; reason?: string; cause?: 'silence' }
  /** The contact of a case that has been silent since then is told when it moves, and where to. */
  | { kind: 'close_warned'; since: Date; movesAt: Date; toStatusId: string }
  | { kind: 'ticked'; itemId: string; text: string }
  | { kind: 'dispatch'; departmentId: string; responsibleId: string | null; comment?: string }
  | { kind: 'time'; entry: DemoTime }
  | { kind: 'changed'; field: 'priority'; fromId: string; toId: string }
  | { kind: 'changed'; field: 'deadline'; from: Date | null; to: Date; reason: string }

export type DemoMessage = {
  id: string
  body: string
  attachments: DemoAttachment[]
}

export type DemoLogin = {
  name: string
  email: string
  role: string
  app: 'desk' | 'extranet'
}
