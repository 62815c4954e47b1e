import type { RuleAction } from '@timedesk/contracts/automation-rules'
import type { CaseChange } from '@timedesk/contracts/case-changes'
import type { FieldValue } from '@timedesk/contracts/custom-fields'
import type { Reference } from '@timedesk/contracts/primitives'
import type { z } from 'zod'

import { newRowKey } from '../forms/row-key.ts'

/** What changes a case; a macro does these alone. */
export const CHANGE_KINDS = [
  'status',
  'priority',
  'type',
  'assignment',
  'tags',
  'field',
  'checklist',
  'estimate',
] as const satisfies readonly CaseChange['kind'][]

/** What a rule does. */
export const ACTION_KINDS = [...CHANGE_KINDS, 'note', 'reply', 'notify'] as const

export type ActionKind = (typeof ACTION_KINDS)[number]

type Wanted =
  | { kind: 'status'; statusId: string | null; reason: string; resolution: string }
  | { kind: 'priority'; priorityId: string | null }
  | { kind: 'type'; typeId: string | null }
  | { kind: 'assignment'; departmentId: string | null; responsible: Reference | null }
  | { kind: 'tags'; add: readonly string[]; remove: readonly string[] }
  | { kind: 'field'; fieldId: string | null; value: FieldValue }
  | { kind: 'checklist'; templateId: string | null }
  | { kind: 'estimate'; minutes: number | null }
  | { kind: 'note'; body: string }
  | { kind: 'reply'; cannedTextId: string | null }
  | {
      kind: 'notify'
      tellsResponsible: boolean
      tellsLeads: boolean
      departmentIds: readonly string[]
      people: readonly Reference[]
    }

/** An action as it is written; `key` tells rows apart. */
export type ActionDraft = Wanted & { key: string }
export type ActionOf<Kind extends ActionKind> = Extract<ActionDraft, { kind: Kind }>

/** An action of that kind that nobody has filled in. */
export function emptyAction(kind: ActionKind): ActionDraft {
  return { key: newRowKey(), ...emptyOf(kind) }
}

function emptyOf(kind: ActionKind): Wanted {
  switch (kind) {
    case 'status':
      return { kind, statusId: null, reason: '', resolution: '' }
    case 'priority':
      return { kind, priorityId: null }
    case 'type':
      return { kind, typeId: null }
    case 'assignment':
      return { kind, departmentId: null, responsible: null }
    case 'tags':
      return { kind, add: [], remove: [] }
    case 'field':
      return { kind, fieldId: null, value: null }
    case 'checklist':
      return { kind, templateId: null }
    case 'estimate':
      return { kind, minutes: null }
    case 'note':
      return { kind, body: '' }
    case 'reply':
      return { kind, cannedTextId: null }
    case 'notify':
      return { kind, tellsResponsible: true, tellsLeads: false, departmentIds: [], people: [] }
  }
}

/** Stored actions for the form; `names` are those of what they speak of by id. */
export function draftsOfActions(actions: readonly RuleAction[], names: readonly Reference[]): ActionDraft[] {
  const nameOf = (id: string): Reference => names.find((known) => known.id === id) ?? { id, name: '…' }
  return actions.map((action, index) => ({ key: String(index), ...wantedBy(action, nameOf) }))
}

function wantedBy(action: RuleAction, nameOf: (id: string) => Reference): Wanted {
  switch (action.kind) {
    case 'status': {
      const { kind, statusId, reason = '', resolution = '' } = action
      return { kind, statusId, reason, resolution }
    }
    case 'assignment': {
      const { kind, departmentId, responsibleId } = action
      return { kind, departmentId, responsible: responsibleId === null ? null : nameOf(responsibleId) }
    }
    case 'notify': {
      const { kind, responsible, leads, departmentIds, employeeIds } = action
      return {
        ...{ kind, tellsResponsible: responsible, tellsLeads: leads, departmentIds },
        people: employeeIds.map(nameOf),
      }
    }
    default:
      return action
  }
}

/** Whether everything is chosen that the action cannot do without. */
export function isFilledIn(draft: ActionDraft): boolean {
  switch (draft.kind) {
    case 'status':
      return draft.statusId !== null
    case 'priority':
      return draft.priorityId !== null
    case 'type':
      return draft.typeId !== null
    case 'assignment':
      return draft.departmentId !== null
    case 'field':
      return draft.fieldId !== null
    case 'checklist':
      return draft.templateId !== null
    case 'reply':
      return draft.cannedTextId !== null
    case 'note':
      return draft.body.trim() !== ''
    case 'tags':
    case 'estimate':
    case 'notify':
      return true
  }
}

export type WireChange = z.input<typeof CaseChange>
export type WireAction = z.input<typeof RuleAction>

/** The actions as the API takes them. What is not chosen yet stays empty, so that the API points at it. */
export function wireActions(drafts: readonly ActionDraft[]): WireAction[] {
  return drafts.map((draft) => {
    switch (draft.kind) {
      case 'note':
        return { kind: draft.kind, body: draft.body }
      case 'reply':
        return { kind: draft.kind, cannedTextId: draft.cannedTextId ?? '' }
      case 'notify':
        return {
          ...{ kind: draft.kind, responsible: draft.tellsResponsible, leads: draft.tellsLeads },
          departmentIds: [...draft.departmentIds],
          employeeIds: draft.people.map(({ id }) => id),
        }
      default:
        return wireChange(draft)
    }
  })
}

/** The same for a macro, which only changes the case. */
export function wireChanges(drafts: readonly ActionDraft[]): WireChange[] {
  return drafts.flatMap((draft) => (isChange(draft) ? [wireChange(draft)] : []))
}

type ChangeDraft = ActionOf<(typeof CHANGE_KINDS)[number]>

function isChange(draft: ActionDraft): draft is ChangeDraft {
  return CHANGE_KINDS.some((kind) => kind === draft.kind)
}

function wireChange(draft: ChangeDraft): WireChange {
  switch (draft.kind) {
    case 'status': {
      const { kind, statusId, reason, resolution } = draft
      return {
        ...{ kind, statusId: statusId ?? '' },
        ...(reason.trim() !== '' && { reason }),
        ...(resolution.trim() !== '' && { resolution }),
      }
    }
    case 'priority':
      return { kind: draft.kind, priorityId: draft.priorityId ?? '' }
    case 'type':
      return { kind: draft.kind, typeId: draft.typeId ?? '' }
    case 'assignment': {
      const { kind, departmentId, responsible } = draft
      return { kind, departmentId: departmentId ?? '', responsibleId: responsible?.id ?? null }
    }
    case 'tags':
      return { kind: draft.kind, add: [...draft.add], remove: [...draft.remove] }
    case 'field':
      return { kind: draft.kind, fieldId: draft.fieldId ?? '', value: draft.value }
    case 'checklist':
      return { kind: draft.kind, templateId: draft.templateId ?? '' }
    case 'estimate':
      return { kind: draft.kind, minutes: draft.minutes }
  }
}
