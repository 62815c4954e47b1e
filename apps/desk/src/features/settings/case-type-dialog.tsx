import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CaseType } from '@timedesk/contracts/case-settings'
import type { ReactNode } from 'react'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { CaseTypePicker, DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { NameField, PositionField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
import { usableOptions } from '../../shared/settings/usable-options.ts'
import { workflowQueries } from '../../shared/workflow/workflow-queries.ts'
import { draftOfCaseType, emptyCaseType, useSaveCaseType, type CaseTypeDraft } from './use-save-case-type.ts'
import { useSettingsWords } from './use-settings-words.ts'

/** Creates a case type, or edits the given one, with its default dispatch. */
export function CaseTypeDialog({ type, onClose }: { type: CaseType | null; onClose: () => void }) {
  const words = useSettingsWords()
  const save = useSaveCaseType(type)
  const form = useDraftForm<CaseTypeDraft>(type === null ? emptyCaseType : draftOfCaseType(type), save.error)
  const { draft, changes, set, errorOf } = form

  return (
    <SettingDialog
      edited={type}
      createTitle={words('createType')}
      state={save}
      form={form}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <NameField form={form} />
      <CaseTypePicker
        label={words('parent')}
        description={words('parentHint')}
        withoutBranch={type?.id}
        value={draft.parentId}
        error={errorOf('parentId')}
        onChange={(parentId) => set({ parentId })}
      />
      <FieldRow>
        <DepartmentPicker
          label={words('department')}
          description={words('departmentHint')}
          value={draft.departmentId}
          error={errorOf('departmentId')}
          onChange={(departmentId) => set({ departmentId })}
        />
        <EmployeePicker
          label={words('responsible')}
          description={words('departmentHint')}
          value={draft.responsibleId}
          error={errorOf('responsibleId')}
          onChange={(responsibleId) => set({ responsibleId })}
        />
      </FieldRow>
      <WorkflowSelect
        value={draft.workflowId}
        error={errorOf('workflowId')}
        onChange={(workflowId) => set({ workflowId })}
      />
      <PositionField form={form} />
    </SettingDialog>
  )
}

type WorkflowSelectProps = {
  value: string | null
  error: ReactNode
  onChange: (workflowId: string | null) => void
}

function WorkflowSelect({ value, error, onChange }: WorkflowSelectProps) {
  const words = useSettingsWords()
  const { data: workflows = [] } = useQuery(workflowQueries.list())
  return (
    <Select
      label={words('workflow')}
      description={words('workflowHint')}
      placeholder={words('asAbove')}
      clearable
      data={usableOptions(workflows, value)}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
