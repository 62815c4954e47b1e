import { DueGroup, type CaseGroup, type ListedCase } from '@timedesk/contracts/work-list'
import type { CursorKey } from '../../platform/http/paging.ts'
import type { SummaryRow } from '../case-rows.ts'

type Named = NonNullable<ListedCase['group']>

/** Which group of a list a case stands in; `key` is what it was sorted by. */
export function groupOfRow(group: CaseGroup, row: SummaryRow, [rank]: CursorKey): Named {
  switch (group) {
    case 'status':
      return { key: row.statusId, name: row.statusName }
    case 'priority':
      return { key: row.priorityId, name: row.priorityName }
    case 'responsible':
      return { key: row.responsibleId, name: row.responsibleName }
    case 'customer':
      return { key: row.customerId, name: row.customerName }
    case 'department':
      return { key: row.departmentId, name: row.departmentName }
    case 'type':
      return { key: row.typeId, name: row.typeName }
    case 'due':
      return { key: DueGroup.options[Number(rank)] ?? null, name: null }
  }
}
