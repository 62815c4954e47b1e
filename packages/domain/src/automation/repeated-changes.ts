import type { CaseChange } from '@timedesk/contracts/case-changes'
import type { RuleAction } from '@timedesk/contracts/automation-rules'

/** The places of changes that change what one before them changes already; whoever runs them could not obey both. */
export function repeatedChanges(changes: readonly (CaseChange | RuleAction)[]): number[] {
  const seen = new Set<string>()
  return changes.flatMap((change, place) => {
    const key = keyOf(change)
    if (key === null) return []
    if (seen.has(key)) return [place]
    seen.add(key)
    return []
  })
}

/** What a change is about; null for what may be done more than once. */
function keyOf(change: CaseChange | RuleAction): string | null {
  switch (change.kind) {
    case 'field':
      return `field ${change.fieldId}`
    case 'checklist':
      return `checklist ${change.templateId}`
    case 'note':
    case 'notify':
      return null
    default:
      return change.kind
  }
}
