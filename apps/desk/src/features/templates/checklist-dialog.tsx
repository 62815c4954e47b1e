import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ChecklistTemplate } from '@timedesk/contracts/checklists'

import { pathOptions } from '../../shared/conditions/path-options.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { NameField, PositionField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { ItemFields } from './item-fields.tsx'
import '../../shared/lists/lists.css'
import './templates.css'
import { draftOfChecklist, emptyChecklist, useSaveChecklist, type ChecklistDraft } from './use-save-checklist.ts'
import { useTemplateWords } from './use-template-words.ts'

type ChecklistDialogProps = { template: ChecklistTemplate | null; onClose: () => void }

/** Creates a checklist template, or edits the given one with its items. */
export function ChecklistDialog({ template, onClose }: ChecklistDialogProps) {
  const words = useTemplateWords()
  const save = useSaveChecklist(template)
  const { data: types = [] } = useQuery(settingQueries.caseTypes())
  const form = useDraftForm<ChecklistDraft>(template === null ? emptyChecklist : draftOfChecklist(template), save.error)
  const { draft, changes, set, errorOf } = form

  return (
    <SettingDialog
      edited={template}
      createTitle={words('createChecklist')}
      size="xl"
      state={save}
      form={form}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <FieldRow>
        <NameField form={form} />
        <PositionField form={form} />
      </FieldRow>
      <ItemFields
        items={draft.items}
        error={save.error}
        problem={errorOf('items')}
        onChange={(items) => set({ items })}
      />
      <MultiSelect
        label={words('types')}
        description={words('typesHint')}
        searchable
        clearable
        hidePickedOptions
        data={pathOptions(types, draft.typeIds)}
        value={[...draft.typeIds]}
        error={errorOf('typeIds')}
        onChange={(typeIds) => set({ typeIds })}
      />
    </SettingDialog>
  )
}
