import { useQuery } from '@tanstack/react-query'

import { SettingList } from '../../shared/settings/setting-list.tsx'
import { templateQueries } from '../../shared/templates/template-queries.ts'
import { ChecklistDialog } from './checklist-dialog.tsx'
import { useTemplateWords } from './use-template-words.ts'

/** The checklist templates with the types they are for. */
export function ChecklistList({ mayWrite }: { mayWrite: boolean }) {
  const words = useTemplateWords()
  return (
    <SettingList
      query={useQuery(templateQueries.checklists())}
      label={words('checklistsTitle')}
      emptyText={words('checklistsEmpty')}
      columns={[
        {
          ...{ key: 'items', header: words('items') },
          render: ({ items }) => (
            <span className="desk-stack">
              {words('itemCount', { count: items.length })}
              <span className="desk-quiet desk-small">
                {words('requiredCount', { count: items.filter(({ isRequired }) => isRequired).length })}
              </span>
            </span>
          ),
        },
        {
          ...{ key: 'types', header: words('types') },
          render: ({ types }) =>
            types.length === 0 ? (
              <span className="desk-quiet">{words('byHand')}</span>
            ) : (
              types.map(({ name }) => name).join(', ')
            ),
        },
      ]}
      mayWrite={mayWrite}
      renderDialog={(template, onClose) => <ChecklistDialog template={template} onClose={onClose} />}
    />
  )
}
