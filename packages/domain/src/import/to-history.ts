import type { CaseStatus, StatusCategory } from '../helpdesk/status.ts'
import type { HistoryActor, HistoryEntry, HistoryFact } from '../helpdesk/replay-case.ts'
import type { ImportedFields, ImportedRow } from './map-row.ts'

/** The fields whose changes from row to row the log tells, beside who has the case. */
const toldFields = ['customer', 'contact', 'type', 'priority', 'product', 'serviceLevel'] as const

/** The company's status for each category that the file may name. */
export type StatusByCategory = Readonly<Record<StatusCategory, CaseStatus>>

/**
 * Turns the rows of one case, in any order, into the history that `replayCase` folds: the case is created by the
 * earliest row, each row is an entry of its own, and a value that differs from the row before is a change at that
 * moment. A value that a row leaves empty stays. Rows without an actor are told of the system.
 */
export function toHistory(rows: readonly ImportedRow[], statuses: StatusByCategory): HistoryEntry[] {
  const ordered = rows.toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.line - other.line)
  const first = ordered[0]
  if (first === undefined) return []

  const history: HistoryEntry[] = [entry(first, creation(first.fields, statuses.new))]
  let before = first.fields
  for (const row of ordered) {
    for (const fact of factsOf(row, before, statuses)) history.push(entry(row, fact))
    before = merge(before, row.fields)
  }
  return history
}

function creation(fields: ImportedFields, status: CaseStatus): HistoryFact {
  const { department, responsible } = fields
  const told = Object.fromEntries(toldFields.map((field) => [field, fields[field]]))
  return { kind: 'created', status, department, responsible, fields: told }
}

/** What was done comes first, then what it changed: read at the same moment, the log makes sense. */
function factsOf(row: ImportedRow, before: ImportedFields, statuses: StatusByCategory): HistoryFact[] {
  const { effect, fields, actor } = row
  const facts: HistoryFact[] = [deed(row)]
  if (effect.status !== undefined) facts.push({ kind: 'status', to: statuses[effect.status] })
  if (effect.assigns !== undefined && actor !== null) {
    facts.push({ kind: 'assigned', to: actor, onlyIfNone: effect.assigns === 'actor_if_none' })
  }
  if (isNew(before.responsible, fields.responsible)) facts.push({ kind: 'assigned', to: fields.responsible })
  if (isNew(before.department, fields.department)) facts.push({ kind: 'department', to: fields.department })
  for (const field of toldFields) {
    if (isNew(before[field], fields[field])) facts.push({ kind: 'field', field, to: fields[field] })
  }
  return facts
}

function deed({ effect, activity, text }: ImportedRow): HistoryFact {
  if (effect.kind === 'activity') return { kind: 'activity', activity, text, answersCustomer: effect.answersCustomer }
  return { kind: effect.kind, text: text ?? activity }
}

function isNew(before: string | null, after: string | null): boolean {
  return after !== null && after !== before
}

function merge(before: ImportedFields, after: ImportedFields): ImportedFields {
  const said = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null))
  return { ...before, ...said }
}

function entry(row: ImportedRow, fact: HistoryFact): HistoryEntry {
  const actor: HistoryActor | null = row.actor === null ? null : { kind: 'staff', name: row.actor }
  return { at: row.at, line: row.line, actor, ...fact }
}
