import { SettingsPage } from '../features/settings/settings-page.tsx'
import { StatusDialog } from '../features/statuses/status-dialog.tsx'
import { StatusList } from '../features/statuses/status-list.tsx'
import { useStatusWords } from '../features/statuses/use-status-words.ts'
import { WorkflowTabs } from '../features/workflow/workflow-tabs.tsx'
import { useMay } from '../shared/session/use-me.ts'

/** The statuses that cases may stand in. */
export function Component() {
  const words = useStatusWords()
  const mayWrite = useMay()('settings:write')
  return (
    <SettingsPage
      title={words('title')}
      text={words('text')}
      createLabel={mayWrite ? words('newStatus') : undefined}
      renderDialog={(onClose) => <StatusDialog status={null} onClose={onClose} />}
    >
      <WorkflowTabs />
      <StatusList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
