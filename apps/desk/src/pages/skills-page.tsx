import { PeopleTabs } from '../features/people/people-tabs.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { SkillDialog } from '../features/skills/skill-dialog.tsx'
import { SkillList } from '../features/skills/skill-list.tsx'
import { useSkillWords } from '../features/skills/use-skill-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** What people know. */
export function Component() {
  const words = useSkillWords()
  const mayWrite = useMay()('staff:write')
  return (
    <SettingsPage
      title={words('title')}
      text={words('text')}
      createLabel={mayWrite ? words('newSkill') : undefined}
      renderDialog={(onClose) => <SkillDialog skill={null} onClose={onClose} />}
    >
      <PeopleTabs />
      <SkillList mayWrite={mayWrite} />
    </SettingsPage>
  )
}
