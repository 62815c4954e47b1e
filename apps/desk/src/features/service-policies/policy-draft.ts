import type { Reference } from '@timedesk/contracts/primitives'
import type { Escalation } from '@timedesk/contracts/escalations'
import type { ServicePolicy, ServicePolicyDraft, createServicePolicy } from '@timedesk/contracts/service-policies'
import type { z } from 'zod'

import { newRowKey } from '../../shared/forms/row-key.ts'

export const TARGETS = ['firstResponse', 'nextResponse', 'resolution'] as const
export type TargetName = (typeof TARGETS)[number]

/** What is promised for one priority, in minutes that count. */
export type TargetDraft = { priorityId: string } & Record<TargetName, number | null>

/** A step of escalation as it is written; `key` tells rows apart. */
export type EscalationDraft = {
  key: string
  share: number
  clock: Escalation['clock']
  tellsResponsible: boolean
  tellsLeads: boolean
  departments: readonly string[]
  people: readonly Reference[]
  departmentId: string | null
  person: Reference | null
}

/** A policy as it is written in the form; named as the fields of the request. */
export type PolicyDraft = {
  name: string
  customerId: Reference | null
  agreementId: Reference | null
  typeId: string | null
  calendarId: string | null
  targets: readonly TargetDraft[]
  warnAt: string
  escalations: readonly EscalationDraft[]
  isShownToCustomers: boolean
  isActive: boolean
}

const DEFAULT_WARNINGS = '50, 75, 90'
const nobody = { departments: [], people: [], departmentId: null, person: null }

export function emptyEscalation(share: number): EscalationDraft {
  return { key: newRowKey(), share, clock: null, tellsResponsible: true, tellsLeads: true, ...nobody }
}

export function emptyPolicy(): PolicyDraft {
  return {
    name: '',
    customerId: null,
    agreementId: null,
    typeId: null,
    calendarId: null,
    targets: [],
    warnAt: DEFAULT_WARNINGS,
    escalations: [emptyEscalation(90), emptyEscalation(100)],
    isShownToCustomers: false,
    isActive: true,
  }
}

export function draftOfPolicy(policy: ServicePolicy): PolicyDraft {
  const { name, customer, agreement, type, calendar, targets, warnAt, escalations } = policy
  return {
    name,
    customerId: customer,
    agreementId: agreement,
    typeId: type?.id ?? null,
    calendarId: calendar?.id ?? null,
    targets: targets.map(({ priority, firstResponse, nextResponse, resolution }) => ({
      ...{ priorityId: priority.id, firstResponse, nextResponse, resolution },
    })),
    warnAt: warnAt.join(', '),
    escalations: escalations.map((step, index) => ({
      key: String(index),
      share: step.share,
      clock: step.clock,
      tellsResponsible: step.notify.responsible,
      tellsLeads: step.notify.leads,
      departments: step.notify.departments.map(({ id }) => id),
      people: step.notify.employees,
      departmentId: step.assign?.department.id ?? null,
      person: step.assign?.responsible ?? null,
    })),
    isShownToCustomers: policy.isShownToCustomers,
    isActive: policy.isActive,
  }
}

/** The draft as the API takes it. What is no number stays one, so that the API points at it. */
export function wirePolicy(draft: PolicyDraft): z.input<typeof ServicePolicyDraft> {
  const { name, customerId, agreementId, typeId, calendarId, targets, isShownToCustomers } = draft
  return {
    ...{ name, typeId, calendarId, isShownToCustomers },
    customerId: customerId?.id ?? null,
    agreementId: agreementId?.id ?? null,
    targets: targets.filter((target) => TARGETS.some((name) => target[name] !== null)).map((target) => ({ ...target })),
    warnAt: wireWarnings(draft.warnAt),
    escalations: draft.escalations.map(wireEscalation),
  }
}

function wireWarnings(text: string): number[] {
  const shares = text.split(/[\s,;]+/u).filter((part) => part !== '')
  return [...new Set(shares.map((part) => Number(part.replace('%', ''))))].toSorted((one, other) => one - other)
}

type WireEscalation = NonNullable<z.input<typeof createServicePolicy.body>['escalations']>[number]

function wireEscalation(step: EscalationDraft): WireEscalation {
  const { share, clock, tellsResponsible, tellsLeads, departments, people, departmentId, person } = step
  return {
    ...{ share, clock },
    notify: {
      responsible: tellsResponsible,
      leads: tellsLeads,
      departmentIds: [...departments],
      employeeIds: people.map(({ id }) => id),
    },
    assign: departmentId === null ? null : { departmentId, responsibleId: person?.id ?? null },
  }
}
