import type { CaseGroup, ListedCase } from '@timedesk/contracts/work-list'
import { useStatusName } from '@timedesk/ui/status-pill'

import { useWorkListWords } from './use-work-list-words.ts'

const DUE_WORDS = {
  past: 'group_past',
  today: 'group_today',
  tomorrow: 'group_tomorrow',
  week: 'group_week',
  later: 'group_later',
  none: 'group_none',
} as const

/** In which group a case stands, in words. */
export function useGroups(group: CaseGroup | null): (row: ListedCase) => { key: string; label: string } | null {
  const words = useWorkListWords()
  const statusName = useStatusName()
  return (row) => {
    if (group === null || row.group === undefined) return null
    const { key, name } = row.group
    return { key: key ?? '', label: labelOf(row, key, name) }
  }

  function labelOf(row: ListedCase, key: string | null, name: string | null): string {
    if (group === 'status') return statusName(row.status)
    if (group === 'due') {
      const due = Object.keys(DUE_WORDS).find((one): one is keyof typeof DUE_WORDS => one === key)
      return words(due === undefined ? 'group_none' : DUE_WORDS[due])
    }
    return name ?? words(group === 'responsible' ? 'groupNobody' : 'groupWithout')
  }
}
