import { useQuery } from '@tanstack/react-query'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useState } from 'react'

import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { treeRows } from '../../shared/pickers/build-tree.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { DepartmentDialog } from './department-dialog.tsx'
import { DepartmentRowButtons } from './department-row-buttons.tsx'
import { usePeopleWords } from './use-people-words.ts'

const INDENT_REM = 1.25

/** The tree of departments. */
export function DepartmentList({ mayWrite }: { mayWrite: boolean }) {
  const words = usePeopleWords()
  const listWords = useListWords()
  const [editedId, setEditedId] = useState<string | null>(null)
  const departments = useQuery(settingQueries.departments())
  const edited = departments.data?.find(({ id }) => id === editedId)

  return (
    <>
      <QueryFace query={departments}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={words('departmentsEmptyTitle')}>{words('departmentsEmptyText')}</EmptyState>
          ) : (
            <DataTable
              label={words('departmentsTitle')}
              rows={treeRows(found)}
              rowKey={(row) => row.id}
              isQuiet={(row) => !row.isActive}
              columns={[
                {
                  key: 'name',
                  header: words('name'),
                  priority: 1,
                  render: ({ name, depth, isActive }) => (
                    <span style={{ paddingInlineStart: `${depth * INDENT_REM}rem` }}>
                      {name}
                      {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
                    </span>
                  ),
                },
              ]}
              rowActions={(department) => (
                <DepartmentRowButtons
                  department={department}
                  onEdit={mayWrite ? () => setEditedId(department.id) : undefined}
                />
              )}
            />
          )
        }
      </QueryFace>
      {edited !== undefined && <DepartmentDialog department={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}
