import type { CaseChange } from '@timedesk/contracts/case-changes'
import type { FieldValues } from '@timedesk/contracts/custom-fields'
import type { MacroPreview } from '@timedesk/contracts/macros'
import { Refusal } from '@timedesk/contracts/refusal'
import { tagsAfter } from '@timedesk/domain/automation/would-change'
import { Prisma } from '@timedesk/prisma/client'
import { describeAction, fieldValueOf, findActionWords, type ActionWords } from '../automation/describe-action.ts'
import type { Reader } from '../platform/db/database.ts'

type Planned = MacroPreview['changes'][number]

/** The case as it is, in names. */
type Present = {
  version: number
  status: string
  priority: string
  type: string | null
  holder: string
  tags: string[]
  fields: FieldValues
  estimateMinutes: number | null
}

/** What changes would make of a case, each from and to in words, and the case’s version. Refuses with `not_found`. */
export async function planChanges(
  reader: Reader,
  caseId: string,
  changes: readonly CaseChange[],
): Promise<{ version: number; changes: Planned[] }> {
  const present = await findPresent(reader, caseId)
  const held = changes.map((change) =>
    change.kind === 'field' ? { ...change, value: present.fields[change.fieldId] ?? null } : change,
  )
  const words = await findActionWords(reader, [...changes, ...held])
  const planned = changes.map((change) => {
    const { from, to } = fromTo(change, present, words)
    const name = change.kind === 'field' ? (words.names.get(change.fieldId) ?? null) : null
    return { kind: change.kind, name, from, to, isChange: from !== to }
  })
  return { version: present.version, changes: planned }
}

function fromTo(change: CaseChange, present: Present, words: ActionWords): Pick<Planned, 'from' | 'to'> {
  const to = describeAction(change, words).value
  switch (change.kind) {
    case 'status':
      return { from: present.status, to }
    case 'priority':
      return { from: present.priority, to }
    case 'type':
      return { from: present.type, to }
    case 'assignment':
      return { from: present.holder, to }
    case 'tags':
      return { from: listOf(present.tags), to: listOf(tagsAfter(present.tags, change)) }
    case 'field': {
      const { fieldId, value } = change
      const held = { fieldId, value: present.fields[fieldId] ?? null }
      return { from: fieldValueOf(held, words), to: fieldValueOf({ fieldId, value }, words) }
    }
    case 'checklist':
      return { from: null, to }
    case 'estimate':
      return { from: minutesOf(present.estimateMinutes), to: minutesOf(change.minutes) }
  }
}

function listOf(tags: readonly string[]): string | null {
  return tags.length === 0 ? null : tags.join(', ')
}

function minutesOf(minutes: number | null): string | null {
  return minutes === null ? null : String(minutes)
}

async function findPresent(reader: Reader, caseId: string): Promise<Present> {
  const [row] = await reader.rows<Present>(Prisma.sql`SELECT c.version, s.name AS status, p.name AS priority,
      (SELECT name FROM case_type WHERE id = c.type_id) AS type,
      concat_ws(', ', d.name, (SELECT name FROM employee WHERE id = c.responsible_id)) AS holder,
      c.tags, c.fields, c.estimate_minutes AS "estimateMinutes"
    FROM support_case c JOIN case_status s ON s.id = c.status_id JOIN priority p ON p.id = c.priority_id
      JOIN department d ON d.id = c.department_id
    WHERE c.id = ${caseId}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
