import { useQuery } from '@tanstack/react-query'

import { treeRows } from '../../shared/pickers/build-tree.ts'
import { SettingList } from '../../shared/settings/setting-list.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { DepartmentDialog } from './department-dialog.tsx'
import { DepartmentRowButtons } from './department-row-buttons.tsx'
import { usePeopleWords } from './use-people-words.ts'

/** The tree of departments. */
export function DepartmentList({ mayWrite }: { mayWrite: boolean }) {
  const words = usePeopleWords()
  return (
    <SettingList
      query={useQuery({ ...settingQueries.departments(), select: treeRows })}
      label={words('departmentsTitle')}
      emptyTitle={words('departmentsEmptyTitle')}
      emptyText={words('departmentsEmptyText')}
      columns={[]}
      mayWrite={mayWrite}
      rowActions={(department, edit) => (
        <DepartmentRowButtons department={department} onEdit={mayWrite ? edit : undefined} />
      )}
      renderDialog={(department, onClose) => <DepartmentDialog department={department} onClose={onClose} />}
    />
  )
}
