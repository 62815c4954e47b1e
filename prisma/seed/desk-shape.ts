import type { RuleAction, RuleTrigger } from '@timedesk/contracts/automation-rules'
import type { CaseChange } from '@timedesk/contracts/case-changes'
import type { StatusColor } from '@timedesk/contracts/case-status'
import type { ClockKind } from '@timedesk/contracts/clock-kind'
import type { Condition } from '@timedesk/contracts/conditions'
import type {
  FieldKind,
  FieldOption,
  FieldRules,
  FieldValues,
  FieldVisibility,
  NumberRange,
} from '@timedesk/contracts/custom-fields'
import type { DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import type { TextScope } from '@timedesk/contracts/texts'
import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import type { StatusCategory } from '@timedesk/domain/helpdesk/status'

/** What the demo company's help desk goes by. Days are `YYYY-MM-DD`. */
export type DemoDesk = {
  workflows: DemoWorkflow[]
  customFields: DemoCustomField[]
  checklistTemplates: DemoChecklistTemplate[]
  caseTemplates: DemoCaseTemplate[]
  recurringCases: DemoRecurringCase[]
  recurringRuns: DemoRecurringRun[]
  policies: DemoPolicy[]
  skills: { id: string; name: string }[]
  employeeSkills: { employeeId: string; skillId: string; level: number }[]
  absences: DemoAbsence[]
  dispatchRules: DemoDispatchRule[]
  automationRules: DemoAutomationRule[]
  ruleRuns: DemoRuleRun[]
  macros: DemoMacro[]
  cannedTexts: DemoCannedText[]
}

export type DemoStatus = {
  id: string
  name: string
  category: StatusCategory
  color: StatusColor
  pausesClock: boolean
  /** What customers read; null: the standard words of the category. */
  customerName: string | null
  customerNameDa: string | null
  position: number
}

export type DemoWorkflow = {
  id: string
  name: string
  isDefault: boolean
  /** In their order; the last one is in force. */
  versions: {
    number: number
    definition: WorkflowDefinition
    comment: string
    savedAt: Date
    savedById: string
  }[]
}

export type DemoCustomField = {
  id: string
  key: string
  name: string
  nameDa: string | null
  kind: FieldKind
  help: string
  helpDa: string | null
  options: { options?: FieldOption[]; range?: NumberRange }
  rules: FieldRules
  forContacts: FieldVisibility
  position: number
}

export type DemoChecklistTemplate = {
  id: string
  name: string
  items: { text: string; isRequired: boolean }[]
  typeIds: string[]
  position: number
}

export type DemoCaseTemplate = {
  id: string
  name: string
  subject: string
  description: string
  typeId: string | null
  priorityId: string | null
  departmentId: string | null
  responsibleId: string | null
  checklistId: string | null
  product: string | null
  tags: string[]
  fields: FieldValues
  estimateMinutes: number | null
  position: number
}

export type DemoRecurringCase = {
  id: string
  name: string
  templateId: string
  customerId: string
  contactId: string | null
  agreementId: string | null
  unit: 'day' | 'week' | 'month'
  every: number
  dayOfMonth: number | null
  /** Minutes after midnight. */
  clockMinutes: number
  startsOn: string
  since: Date
}

export type DemoRecurringRun = {
  recurringId: string
  dueOn: string
  state: 'created' | 'skipped'
  caseId: string | null
  reason: 'overtaken' | null
  at: Date
}

/** Targets are business minutes; null where nothing is promised. */
export type DemoPolicy = {
  id: string
  name: string
  customerId: string | null
  agreementId: string | null
  typeId: string | null
  calendarId: string | null
  warnAt: number[]
  escalations: {
    share: number
    clock: ClockKind | null
    notify: { responsible: boolean; leads: boolean; departmentIds: string[]; employeeIds: string[] }
    assign: { departmentId: string; responsibleId: string | null } | null
  }[]
  isShownToCustomers: boolean
  position: number
  targets: {
    priorityId: string
    firstResponse: number | null
    nextResponse: number | null
    resolution: number | null
  }[]
}

export type DemoAbsence = {
  id: string
  employeeId: string
  fromDay: string
  toDay: string
  delegateId: string | null
  reason: string
}

export type DemoDispatchRule = {
  id: string
  name: string
  position: number
  conditions: Condition[]
  target: DispatchTarget
  lastEmployeeId: string | null
}

export type DemoAutomationRule = {
  id: string
  name: string
  kind: 'event' | 'time'
  position: number
  trigger: RuleTrigger
  conditions: Condition[]
  actions: RuleAction[]
  stopsAfter: boolean
  isActive: boolean
  activeSince: Date
}

/** That a rule fitted a case when it was created, and did all that it is to do. */
export type DemoRuleRun = {
  id: string
  ruleId: string
  caseId: string
  at: Date
  actions: { action: string; value: string }[]
}

export type DemoMacro = {
  id: string
  name: string
  scope: TextScope
  ownerId: string | null
  departmentId: string | null
  message: 'reply' | 'note' | 'none'
  texts: { en: string; da: string }
  changes: CaseChange[]
  position: number
}

export type DemoCannedText = {
  id: string
  name: string
  shortcut: string
  scope: TextScope
  ownerId: string | null
  departmentId: string | null
  texts: { en: string; da: string }
}

/** What a case holds beside its dialogue, as it stands now. */
export type DemoCaseWork = {
  fields: FieldValues
  /** How it was solved; empty while it is not. */
  resolution: string
  /** Null: an hour. */
  estimateMinutes: number | null
  templateId: string | null
  /** The checklist that came with its type. */
  checklist: { name: string; items: DemoChecklistItem[] } | null
}

/** Ticked by a happening of the case. */
export type DemoChecklistItem = { id: string; text: string; isRequired: boolean }
