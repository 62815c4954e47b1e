import { Switch } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { EmptyState } from '@timedesk/ui/empty-state'

import { dayIn } from '../../shared/day-in.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { AbsenceTable } from './absence-table.tsx'
import { absenceQueries } from './queries.ts'
import { useAbsenceWords } from './use-absence-words.ts'

/** Who is away now or later, and who has been when that is asked. */
export function AbsenceList() {
  const words = useAbsenceWords()
  const filters = useUrlFilters()
  const { company } = useMe()
  const departmentId = filters.get('department')
  const withPast = filters.get('show') === 'all'
  const absences = useInfiniteQuery(
    absenceQueries.list({
      ...(departmentId !== undefined && { departmentId }),
      ...(!withPast && { from: dayIn(company.timeZone, new Date()) }),
    }),
  )
  return (
    <>
      <ListTools>
        <DepartmentPicker
          label={words('inDepartment')}
          hideLabel
          placeholder={words('anyDepartment')}
          value={departmentId ?? null}
          onChange={(department) => filters.set({ department: department ?? undefined })}
        />
        <Switch
          my="xs"
          label={words('showPast')}
          checked={withPast}
          onChange={(event) => filters.set({ show: event.currentTarget.checked ? 'all' : undefined })}
        />
      </ListTools>
      <ListFace
        query={absences}
        empty={<EmptyState title={words('title')}>{words(withPast ? 'emptyPast' : 'empty')}</EmptyState>}
      >
        {(rows) => <AbsenceTable label={words('title')} absences={rows} />}
      </ListFace>
    </>
  )
}
