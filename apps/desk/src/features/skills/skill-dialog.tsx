import type { Skill } from '@timedesk/contracts/skills'

import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { NameField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
import { useSaveSkill, type SkillDraft } from './use-save-skill.ts'
import { useSkillWords } from './use-skill-words.ts'

/** Creates a skill, or edits the given one. */
export function SkillDialog({ skill, onClose }: { skill: Skill | null; onClose: () => void }) {
  const words = useSkillWords()
  const save = useSaveSkill(skill)
  const latest: SkillDraft = { name: skill?.name ?? '', isActive: skill?.isActive ?? true }
  const form = useDraftForm<SkillDraft>(latest, save.error)
  return (
    <SettingDialog
      edited={skill}
      createTitle={words('createTitle')}
      state={save}
      form={form}
      size="md"
      activeHint={words('activeHint')}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft: form.draft, changes: form.changes }, { onSuccess: onClose })}
    >
      <NameField form={form} />
    </SettingDialog>
  )
}
