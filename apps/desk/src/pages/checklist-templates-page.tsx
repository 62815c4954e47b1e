import { SettingsPage } from '../features/settings/settings-page.tsx'
import { ChecklistDialog } from '../features/templates/checklist-dialog.tsx'
import { ChecklistList } from '../features/templates/checklist-list.tsx'
import { TemplateTabs } from '../features/templates/template-tabs.tsx'
import { useTemplateWords } from '../features/templates/use-template-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The templates of checklists. */
export function Component() {
  const words = useTemplateWords()
  const mayWrite = useMay()('settings:write')
  return (
    <SettingsPage
      title={words('checklistsTitle')}
      text={words('checklistsText')}
      createLabel={mayWrite ? words('newChecklist') : undefined}
      renderDialog={(onClose) => <ChecklistDialog template={null} onClose={onClose} />}
    >
      <TemplateTabs />
      <ChecklistList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
