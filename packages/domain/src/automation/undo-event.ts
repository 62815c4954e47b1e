import type { EventPayload } from '@timedesk/contracts/events'
import type { CaseFacts } from '../conditions/facts.ts'

/** Ids by the names that the log keeps; a path is the thing and all above it. A name that is gone is missing. */
export type NamesOfLog = {
  statuses: ReadonlyMap<string, string>
  priorities: ReadonlyMap<string, string>
  typePaths: ReadonlyMap<string, readonly string[]>
  departmentPaths: ReadonlyMap<string, readonly string[]>
  employees: ReadonlyMap<string, string>
}

/**
 * What was true of a case before an event, from what was true after it. The log tells names; one that nothing has any
 * more leaves the fact as it was after.
 */
export function undoEvent(after: CaseFacts, payload: EventPayload, names: NamesOfLog): CaseFacts {
  switch (payload.type) {
    case 'case.status_changed':
      return {
        ...after,
        statusId: payload.fromId ?? names.statuses.get(payload.from) ?? after.statusId,
        category: payload.fromCategory,
      }
    case 'case.dispatched':
      return {
        ...after,
        departmentPath: pathOf(payload.fromDepartment, names.departmentPaths) ?? after.departmentPath,
        responsibleId:
          payload.fromResponsible === null
            ? null
            : (names.employees.get(payload.fromResponsible) ?? after.responsibleId),
      }
    case 'case.changed':
      return payload.changes.reduce((facts, { field, from }) => undoChange(facts, field, from, names), after)
    default:
      return after
  }
}

function undoChange(after: CaseFacts, field: string, from: string | null, names: NamesOfLog): CaseFacts {
  switch (field) {
    case 'priority':
      return { ...after, priorityId: names.priorities.get(from ?? '') ?? after.priorityId }
    case 'type':
      return { ...after, typePath: from === null ? [] : (names.typePaths.get(from) ?? after.typePath) }
    case 'product':
      return { ...after, product: from }
    case 'tags':
      return { ...after, tags: from === null ? [] : from.split(', ') }
    default:
      return after
  }
}

function pathOf(name: string | null, paths: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  return name === null ? undefined : paths.get(name)
}
