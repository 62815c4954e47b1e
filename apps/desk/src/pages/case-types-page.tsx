import { CaseTypeDialog } from '../features/settings/case-type-dialog.tsx'
import { CaseTypeList } from '../features/settings/case-type-list.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { useSettingsWords } from '../features/settings/use-settings-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The tree of case types. */
export function Component() {
  const words = useSettingsWords()
  const mayWrite = useMay()('settings:write')
  return (
    <SettingsPage
      title={words('typesTitle')}
      text={words('typesText')}
      createLabel={mayWrite ? words('newType') : undefined}
      renderDialog={(onClose) => <CaseTypeDialog type={null} onClose={onClose} />}
    >
      <CaseTypeList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
