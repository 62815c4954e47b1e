import { useQuery } from '@tanstack/react-query'

import { treeRows } from '../../shared/pickers/build-tree.ts'
import { SettingList } from '../../shared/settings/setting-list.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { CaseTypeDialog } from './case-type-dialog.tsx'
import { useSettingsWords } from './use-settings-words.ts'

/** The tree of case types with where their cases go first. */
export function CaseTypeList({ mayWrite }: { mayWrite: boolean }) {
  const words = useSettingsWords()
  return (
    <SettingList
      query={useQuery({ ...settingQueries.caseTypes(), select: treeRows })}
      label={words('typesTitle')}
      emptyTitle={words('typesEmptyTitle')}
      emptyText={words('typesEmptyText')}
      columns={[
        {
          key: 'department',
          header: words('department'),
          render: ({ department }) => department?.name ?? <Quiet text={words('asAbove')} />,
        },
        { key: 'responsible', header: words('responsible'), render: (row) => row.responsible?.name ?? '—' },
        {
          key: 'workflow',
          header: words('workflow'),
          render: ({ workflow }) => workflow?.name ?? <Quiet text={words('asAbove')} />,
        },
      ]}
      mayWrite={mayWrite}
      renderDialog={(type, onClose) => <CaseTypeDialog type={type} onClose={onClose} />}
    />
  )
}

function Quiet({ text }: { text: string }) {
  return <span className="desk-quiet">{text}</span>
}
