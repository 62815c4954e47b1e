import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Priority } from '@timedesk/contracts/case-settings'
import { PriorityMark } from '@timedesk/ui/priority-mark'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { EditButton } from '../../shared/lists/edit-button.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { SettingList } from '../../shared/settings/setting-list.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { useCommonWords } from '../../shared/settings/use-common-words.ts'
import { PriorityDialog } from './priority-dialog.tsx'
import { useUpdatePriority } from './use-save-priority.ts'
import { useSettingsWords } from './use-settings-words.ts'

/** The priorities in their order, with the standard one marked. */
export function PriorityList({ mayWrite }: { mayWrite: boolean }) {
  const words = useSettingsWords()
  return (
    <SettingList
      query={useQuery(settingQueries.priorities())}
      loadingRows={4}
      label={words('prioritiesTitle')}
      emptyText={words('emptyText')}
      renderName={({ name, level, isDefault }) => (
        <>
          <PriorityMark rank={level} label={name} withLabel />
          {isDefault && <Mark kind="chosen">{words('standard')}</Mark>}
        </>
      )}
      columns={[{ key: 'level', header: words('level'), align: 'end', render: (row) => row.level }]}
      mayWrite={mayWrite}
      {...(mayWrite && {
        rowActions: (priority: Priority, edit: () => void) => <PriorityButtons priority={priority} onEdit={edit} />,
      })}
      renderDialog={(priority, onClose) => <PriorityDialog priority={priority} onClose={onClose} />}
    />
  )
}

function PriorityButtons({ priority, onEdit }: { priority: Priority; onEdit: () => void }) {
  const words = useSettingsWords()
  const commonWords = useCommonWords()
  const tell = useTell()
  const update = useUpdatePriority()
  const { name, isDefault, isActive } = priority
  return (
    <span className="desk-row-buttons">
      {!isDefault && isActive && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => update.mutate({ priority, body: { isDefault: true } }, tell(words('madeStandard', { name })))}
        >
          {words('makeStandard')}
        </Button>
      )}
      <EditButton label={commonWords('editThing', { name })} onClick={onEdit} />
    </span>
  )
}
