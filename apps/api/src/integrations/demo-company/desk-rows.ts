import type {
  DemoAbsence,
  DemoAutomationRule,
  DemoCannedText,
  DemoCaseTemplate,
  DemoChecklistTemplate,
  DemoCustomField,
  DemoDesk,
  DemoDispatchRule,
  DemoMacro,
  DemoPolicy,
  DemoRecurringCase,
  DemoRecurringRun,
} from '@timedesk/prisma/seed/desk-shape'
import type { Table } from '../../platform/db/insert-rows.ts'

export const customFields: Table<DemoCustomField> = {
  name: 'custom_field',
  columns: {
    id: 'uuid',
    key: 'text',
    name: 'text',
    nameDa: 'text',
    kind: 'text',
    help: 'text',
    helpDa: 'text',
    options: 'jsonb',
    rules: 'jsonb',
    forContacts: 'text',
    position: 'int',
  },
}

export const checklistTemplates: Table<DemoChecklistTemplate> = {
  name: 'checklist_template',
  columns: { id: 'uuid', name: 'text', items: 'jsonb', typeIds: 'uuid[]', position: 'int' },
}

export const caseTemplates: Table<DemoCaseTemplate> = {
  name: 'case_template',
  columns: {
    id: 'uuid',
    name: 'text',
    subject: 'text',
    description: 'text',
    typeId: 'uuid',
    priorityId: 'uuid',
    departmentId: 'uuid',
    responsibleId: 'uuid',
    checklistId: 'uuid',
    product: 'text',
    tags: 'text[]',
    fields: 'jsonb',
    estimateMinutes: 'int',
    position: 'int',
  },
}

export const recurringCases: Table<DemoRecurringCase> = {
  name: 'recurring_case',
  columns: {
    id: 'uuid',
    name: 'text',
    templateId: 'uuid',
    customerId: 'uuid',
    contactId: 'uuid',
    agreementId: 'uuid',
    unit: 'text',
    every: 'int',
    dayOfMonth: 'int',
    clockMinutes: 'int',
    startsOn: 'date',
    since: 'timestamptz',
  },
}

export const recurringRuns: Table<DemoRecurringRun> = {
  name: 'recurring_case_run',
  columns: {
    recurringId: 'uuid',
    dueOn: 'date',
    state: 'text',
    caseId: 'uuid',
    reason: 'text',
    at: 'timestamptz',
  },
}

export const policies: Table<Omit<DemoPolicy, 'targets'>> = {
  name: 'service_policy',
  columns: {
    id: 'uuid',
    name: 'text',
    customerId: 'uuid',
    agreementId: 'uuid',
    typeId: 'uuid',
    calendarId: 'uuid',
    warnAt: 'int[]',
    escalations: 'jsonb',
    isShownToCustomers: 'boolean',
    position: 'int',
  },
}

export const targets: Table<DemoPolicy['targets'][number] & { policyId: string }> = {
  name: 'service_target',
  columns: { policyId: 'uuid', priorityId: 'uuid', firstResponse: 'int', nextResponse: 'int', resolution: 'int' },
}

export const skills: Table<DemoDesk['skills'][number]> = { name: 'skill', columns: { id: 'uuid', name: 'text' } }

export const employeeSkills: Table<DemoDesk['employeeSkills'][number]> = {
  name: 'employee_skill',
  columns: { employeeId: 'uuid', skillId: 'uuid', level: 'int' },
}

export const absences: Table<DemoAbsence> = {
  name: 'absence',
  columns: { id: 'uuid', employeeId: 'uuid', fromDay: 'date', toDay: 'date', delegateId: 'uuid', reason: 'text' },
}

export const dispatchRules: Table<DemoDispatchRule> = {
  name: 'dispatch_rule',
  columns: {
    id: 'uuid',
    name: 'text',
    position: 'int',
    conditions: 'jsonb',
    target: 'jsonb',
    lastEmployeeId: 'uuid',
  },
}

export const automationRules: Table<DemoAutomationRule & { askedUntil: Date }> = {
  name: 'automation_rule',
  columns: {
    id: 'uuid',
    name: 'text',
    kind: 'text',
    position: 'int',
    trigger: 'jsonb',
    conditions: 'jsonb',
    actions: 'jsonb',
    stopsAfter: 'boolean',
    isActive: 'boolean',
    activeSince: 'timestamptz',
    askedUntil: 'timestamptz',
  },
}

export const macros: Table<DemoMacro> = {
  name: 'macro',
  columns: {
    id: 'uuid',
    name: 'text',
    scope: 'text',
    ownerId: 'uuid',
    departmentId: 'uuid',
    message: 'text',
    texts: 'jsonb',
    changes: 'jsonb',
    position: 'int',
  },
}

export const cannedTexts: Table<DemoCannedText> = {
  name: 'canned_text',
  columns: {
    id: 'uuid',
    name: 'text',
    shortcut: 'text',
    scope: 'text',
    ownerId: 'uuid',
    departmentId: 'uuid',
    texts: 'jsonb',
  },
}
