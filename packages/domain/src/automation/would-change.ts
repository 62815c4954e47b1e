import type { RuleAction } from '@timedesk/contracts/automation-rules'
import type { CaseFacts } from '../conditions/facts.ts'

/** Whether an action would change a case of which that is true; what is said or told always does something. */
export function wouldChange(action: RuleAction, facts: CaseFacts): boolean {
  switch (action.kind) {
    case 'status':
      return facts.statusId !== action.statusId
    case 'priority':
      return facts.priorityId !== action.priorityId
    case 'type':
      return facts.typePath[0] !== action.typeId
    case 'assignment':
      return facts.departmentPath[0] !== action.departmentId || facts.responsibleId !== action.responsibleId
    case 'tags':
      return tagsAfter(facts.tags, action).join('\n') !== facts.tags.join('\n')
    case 'field':
      return isOtherValue(facts.fields[action.fieldId] ?? null, action.value)
    default:
      return true
  }
}

/** The tags of a case after some came and some went; those that stay keep their order. */
export function tagsAfter(
  tags: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): string[] {
  return [...new Set([...tags.filter((tag) => !remove.includes(tag)), ...add])]
}

/** An empty text and a box that is not ticked are no value. */
function isOtherValue(fact: CaseFacts['fields'][string], value: string | number | boolean | null): boolean {
  const held = typeof fact === 'object' && fact !== null ? (fact[0] ?? null) : fact
  return (held === '' || held === false ? null : held) !== (value === '' || value === false ? null : value)
}
