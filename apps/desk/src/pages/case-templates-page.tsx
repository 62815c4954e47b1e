import { SettingsPage } from '../features/settings/settings-page.tsx'
import { CaseTemplateDialog } from '../features/templates/case-template-dialog.tsx'
import { CaseTemplateList } from '../features/templates/case-template-list.tsx'
import { TemplateTabs } from '../features/templates/template-tabs.tsx'
import { useTemplateWords } from '../features/templates/use-template-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The templates of cases. */
export function Component() {
  const words = useTemplateWords()
  const mayWrite = useMay()('settings:write')
  return (
    <SettingsPage
      title={words('casesTitle')}
      text={words('casesText')}
      createLabel={mayWrite ? words('newCaseTemplate') : undefined}
      renderDialog={(onClose) => <CaseTemplateDialog template={null} onClose={onClose} />}
    >
      <TemplateTabs />
      <CaseTemplateList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
