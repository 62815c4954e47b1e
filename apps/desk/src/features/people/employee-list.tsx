import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Employee } from '@timedesk/contracts/staff'
import { useState } from 'react'

import { ActiveSwitch } from '../../shared/lists/active-switch.tsx'
import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { SearchBox } from '../../shared/lists/search-box.tsx'
import { activeFilterOf, searchOf, useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import { CostDialog } from './cost-dialog.tsx'
import { EmployeeDialog } from './employee-dialog.tsx'
import { EmployeeTable } from './employee-table.tsx'
import { employeeQueries } from './queries.ts'
import { usePeopleWords } from './use-people-words.ts'

/** The employees by name; `onCreate` is left out for who may not create one. */
export function EmployeeList({ onCreate }: { onCreate?: (() => void) | undefined }) {
  const words = usePeopleWords()
  const filters = useUrlFilters()
  const departmentId = filters.get('department')
  const mayReadCost = useMay()('cost:read')
  const [edited, setEdited] = useState<Employee | null>(null)
  const [costed, setCosted] = useState<Employee | null>(null)
  const employees = useInfiniteQuery(
    employeeQueries.list({
      ...searchOf(filters),
      ...activeFilterOf(filters),
      ...(departmentId !== undefined && { departmentId }),
    }),
  )
  const latest = employees.data?.pages.flatMap(({ data }) => data).find(({ id }) => id === edited?.id)

  return (
    <>
      <ListTools>
        <SearchBox filters={filters} label={words('search')} />
        <DepartmentPicker
          label={words('inDepartment')}
          hideLabel
          placeholder={words('anyDepartment')}
          value={departmentId ?? null}
          onChange={(department) => filters.set({ department: department ?? undefined })}
        />
        <ActiveSwitch filters={filters} />
      </ListTools>
      <ListFace
        query={employees}
        empty={
          <EmptyList
            filters={filters}
            title={words('emptyTitle')}
            text={words('emptyText')}
            actions={onCreate !== undefined && <Button onClick={onCreate}>{words('new')}</Button>}
          />
        }
      >
        {(rows) => (
          <EmployeeTable
            employees={rows}
            onEdit={onCreate === undefined ? undefined : setEdited}
            onCost={mayReadCost ? setCosted : undefined}
          />
        )}
      </ListFace>
      {edited !== null && <EmployeeDialog employee={latest ?? edited} onClose={() => setEdited(null)} />}
      {costed !== null && <CostDialog employee={costed} onClose={() => setCosted(null)} />}
    </>
  )
}
