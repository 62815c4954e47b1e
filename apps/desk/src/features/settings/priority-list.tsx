import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Priority } from '@timedesk/contracts/case-settings'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { PriorityMark } from '@timedesk/ui/priority-mark'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { PriorityDialog } from './priority-dialog.tsx'
import { useUpdatePriority } from './use-save-priority.ts'
import { useSettingsWords } from './use-settings-words.ts'

/** The priorities in their order, with the standard one marked. */
export function PriorityList({ mayWrite }: { mayWrite: boolean }) {
  const words = useSettingsWords()
  const formWords = useFormWords()
  const listWords = useListWords()
  const tell = useTell()
  const update = useUpdatePriority()
  const [editedId, setEditedId] = useState<string | null>(null)
  const priorities = useQuery(settingQueries.priorities())
  const edited = priorities.data?.find(({ id }) => id === editedId)

  const rowActions = (priority: Priority) => (
    <span className="desk-row-buttons">
      {!priority.isDefault && priority.isActive && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            update.mutate({ priority, body: { isDefault: true } }, tell(words('madeStandard', { name: priority.name })))
          }
        >
          {words('makeStandard')}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words('editThing', { name: priority.name })}
        onClick={() => setEditedId(priority.id)}
      >
        {formWords('edit')}
      </Button>
    </span>
  )

  return (
    <>
      <QueryFace query={priorities} rows={4}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
          ) : (
            <DataTable
              label={words('prioritiesTitle')}
              rows={found}
              rowKey={(row) => row.id}
              isQuiet={(row) => !row.isActive}
              columns={[
                {
                  key: 'name',
                  header: words('name'),
                  priority: 1,
                  render: ({ name, level, isDefault, isActive }) => (
                    <span>
                      <PriorityMark rank={level} label={name} withLabel />
                      {isDefault && <Mark kind="chosen">{words('standard')}</Mark>}
                      {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
                    </span>
                  ),
                },
                { key: 'level', header: words('level'), align: 'end', render: (row) => row.level },
              ]}
              {...(mayWrite && { rowActions })}
            />
          )
        }
      </QueryFace>
      {edited !== undefined && <PriorityDialog priority={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}
