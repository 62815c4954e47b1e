import { PageHeader } from '@timedesk/ui/page-header'

import { Board } from '../features/dispatch-board/board.tsx'
import { useBoardWords } from '../features/dispatch-board/use-board-words.ts'
import { useUrlFilters } from '../shared/lists/use-url-filters.ts'
import { DepartmentPicker } from '../shared/pickers/setting-pickers.tsx'

/** What waits for somebody, beside the people. */
export function Component() {
  const words = useBoardWords()
  const filters = useUrlFilters()
  const departmentId = filters.get('department')
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          <DepartmentPicker
            label={words('department')}
            hideLabel
            placeholder={words('everyDepartment')}
            clearable
            value={departmentId ?? null}
            onChange={(chosen) => filters.set({ department: chosen ?? undefined })}
          />
        }
      />
      <Board departmentId={departmentId} />
    </>
  )
}
