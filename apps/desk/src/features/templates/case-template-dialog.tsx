import { Fieldset, Select, TagsInput, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CaseTemplate } from '@timedesk/contracts/case-templates'
import { ESTIMATE_MINUTES_MAX, SUBJECT_LENGTH_MAX, TAGS_MAX } from '@timedesk/contracts/limits'
import { LazyMarkdownEditor } from '@timedesk/ui/lazy-markdown-editor'
import { MinutesInput } from '@timedesk/ui/minutes-input'

import { CustomFieldInputs } from '../../shared/custom-fields/custom-field-inputs.tsx'
import { customFieldQueries } from '../../shared/custom-fields/custom-field-queries.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm, type DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { CaseTypePicker, DepartmentPicker, PriorityPicker } from '../../shared/pickers/setting-pickers.tsx'
import { NameField, PositionField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
import { usableOptions } from '../../shared/settings/usable-options.ts'
import { templateQueries } from '../../shared/templates/template-queries.ts'
import {
  draftOfCaseTemplate,
  emptyCaseTemplate,
  useSaveCaseTemplate,
  type CaseTemplateDraft,
} from './use-save-case-template.ts'
import '../../shared/lists/lists.css'
import './templates.css'
import { useTemplateWords } from './use-template-words.ts'

type CaseTemplateDialogProps = { template: CaseTemplate | null; onClose: () => void }

/** Creates a case template, or edits the given one; what it leaves empty is for the form of the new case. */
export function CaseTemplateDialog({ template, onClose }: CaseTemplateDialogProps) {
  const words = useTemplateWords()
  const save = useSaveCaseTemplate(template)
  const latest = template === null ? emptyCaseTemplate : draftOfCaseTemplate(template)
  const form = useDraftForm<CaseTemplateDraft>(latest, save.error)
  const { draft, changes, set, errorOf, text } = form
  const description = errorOf('description')

  return (
    <SettingDialog
      edited={template}
      createTitle={words('createCaseTemplate')}
      activeHint={words('usedHint')}
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
      <TextInput
        label={words('subject')}
        required
        maxLength={SUBJECT_LENGTH_MAX}
        autoComplete="off"
        {...text('subject')}
      />
      <div>
        <Text size="sm" fw={500} mb={4} aria-hidden="true">
          {words('description')}
        </Text>
        <LazyMarkdownEditor
          label={words('description')}
          placeholder={words('descriptionHint')}
          value={draft.description}
          onChange={(written) => set({ description: written })}
        />
        {description !== undefined && <div className="desk-error desk-small">{description}</div>}
      </div>
      <PlaceFields form={form} />
      <WorkFields form={form} />
      <FieldValuesFields form={form} error={save.error} />
    </SettingDialog>
  )
}

type PartProps = { form: DraftForm<CaseTemplateDraft> }

/** What kind of case it is, and whose. */
function PlaceFields({ form: { draft, set, errorOf } }: PartProps) {
  const words = useTemplateWords()
  return (
    <>
      <FieldRow>
        <CaseTypePicker
          label={words('type')}
          value={draft.typeId}
          error={errorOf('typeId')}
          onChange={(typeId) => set({ typeId })}
        />
        <PriorityPicker
          label={words('priority')}
          placeholder={words('priorityHint')}
          clearable
          value={draft.priorityId}
          error={errorOf('priorityId')}
          onChange={(priorityId) => set({ priorityId })}
        />
      </FieldRow>
      <FieldRow>
        <DepartmentPicker
          label={words('department')}
          placeholder={words('dispatchHint')}
          value={draft.departmentId}
          error={errorOf('departmentId')}
          onChange={(departmentId) => set({ departmentId, responsibleId: null })}
        />
        <EmployeePicker
          label={words('responsible')}
          departmentId={draft.departmentId ?? undefined}
          value={draft.responsibleId}
          error={errorOf('responsibleId')}
          onChange={(responsibleId) => set({ responsibleId })}
        />
      </FieldRow>
    </>
  )
}

/** What it is about, and how much work it is thought to be. */
function WorkFields({ form: { draft, set, errorOf, text } }: PartProps) {
  const words = useTemplateWords()
  const { data: checklists = [] } = useQuery(templateQueries.checklists())
  return (
    <>
      <FieldRow>
        <TextInput label={words('product')} autoComplete="off" {...text('product')} />
        <TagsInput
          label={words('tags')}
          maxTags={TAGS_MAX}
          value={[...draft.tags]}
          error={errorOf('tags')}
          onChange={(tags) => set({ tags })}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={words('checklist')}
          description={words('checklistHint')}
          clearable
          data={usableOptions(checklists, draft.checklistId)}
          value={draft.checklistId}
          error={errorOf('checklistId')}
          onChange={(checklistId) => set({ checklistId })}
        />
        <MinutesInput
          label={words('estimate')}
          max={ESTIMATE_MINUTES_MAX}
          value={draft.estimateMinutes}
          error={errorOf('estimateMinutes')}
          onChange={(estimateMinutes) => set({ estimateMinutes })}
        />
      </FieldRow>
    </>
  )
}

/** The custom fields of the type, none of which has to be filled in yet. */
function FieldValuesFields({ form: { draft, set }, error }: PartProps & { error: unknown }) {
  const words = useTemplateWords()
  const { data: fields = [] } = useQuery(customFieldQueries.forType(draft.typeId))
  if (fields.length === 0) return null
  const free = fields.map((field) => ({ ...field, rules: { ...field.rules, requiredFor: 'never' as const } }))
  return (
    <Fieldset legend={words('customFields')}>
      <div className="desk-template-fields">
        <CustomFieldInputs
          fields={free}
          ground={{ typeLine: [], priorityId: draft.priorityId }}
          values={draft.fields}
          onChange={(values) => set({ fields: values })}
          moment="update"
          customerId={null}
          error={error}
        />
      </div>
    </Fieldset>
  )
}
