import { useQuery } from '@tanstack/react-query'

import { SettingList } from '../../shared/settings/setting-list.tsx'
import { templateQueries } from '../../shared/templates/template-queries.ts'
import { CaseTemplateDialog } from './case-template-dialog.tsx'
import { useTemplateWords } from './use-template-words.ts'

/** The case templates with the kind of case that each begins. */
export function CaseTemplateList({ mayWrite }: { mayWrite: boolean }) {
  const words = useTemplateWords()
  return (
    <SettingList
      query={useQuery(templateQueries.cases())}
      label={words('casesTitle')}
      emptyText={words('casesEmpty')}
      columns={[
        { key: 'subject', header: words('subject'), render: ({ subject }) => subject },
        { key: 'type', header: words('type'), render: ({ type }) => type?.name ?? '—' },
        { key: 'checklist', header: words('checklist'), render: ({ checklist }) => checklist?.name ?? '—' },
      ]}
      mayWrite={mayWrite}
      renderDialog={(template, onClose) => <CaseTemplateDialog template={template} onClose={onClose} />}
    />
  )
}
