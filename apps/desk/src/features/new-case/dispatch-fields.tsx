import { TagsInput, TextInput } from '@mantine/core'
import { ESTIMATE_MINUTES_MAX, LINE_LENGTH_MAX, TAGS_MAX } from '@timedesk/contracts/limits'
import { MinutesInput } from '@timedesk/ui/minutes-input'

import { useFieldProblem } from '../../shared/forms/use-fields.tsx'
import { EmployeePicker, ProjectPicker } from '../../shared/pickers/search-pickers.tsx'
import { CaseTypePicker, DepartmentPicker, PriorityPicker } from '../../shared/pickers/setting-pickers.tsx'
import type { NewCase } from './new-case-draft.ts'
import { FollowsPicker } from './follows-picker.tsx'
import { useNewCaseWords } from './use-new-case-words.ts'

type DispatchFieldsProps = { draft: NewCase; onChange: (changes: Partial<NewCase>) => void; error: unknown }

/** What kind of case it is, and whose; all of it may be left to the rules. */
export function DispatchFields({ draft, onChange, error }: DispatchFieldsProps) {
  const words = useNewCaseWords()
  const problemOf = useFieldProblem(error)
  return (
    <div className="desk-new-case-side">
      <CaseTypePicker label={words('type')} value={draft.typeId} onChange={(typeId) => onChange({ typeId })} />
      <PriorityPicker
        label={words('priority')}
        placeholder={words('priorityHint')}
        clearable
        value={draft.priorityId}
        onChange={(priorityId) => onChange({ priorityId })}
      />
      <DepartmentPicker
        label={words('department')}
        placeholder={words('dispatchHint')}
        value={draft.departmentId}
        onChange={(departmentId) => onChange({ departmentId, responsible: null })}
      />
      <EmployeePicker
        label={words('responsible')}
        departmentId={draft.departmentId ?? undefined}
        value={draft.responsible}
        onChange={(responsible) => onChange({ responsible })}
      />
      {draft.customer !== null && (
        <>
          <ProjectPicker
            label={words('project')}
            customerId={draft.customer.id}
            value={draft.project}
            onChange={(project) => onChange({ project })}
          />
          <FollowsPicker
            customerId={draft.customer.id}
            value={draft.follows}
            error={problemOf('followsId')}
            onChange={(follows) => onChange({ follows })}
          />
        </>
      )}
      <TextInput
        label={words('product')}
        maxLength={LINE_LENGTH_MAX}
        value={draft.product}
        onChange={(event) => onChange({ product: event.currentTarget.value })}
      />
      <TagsInput label={words('tags')} maxTags={TAGS_MAX} value={draft.tags} onChange={(tags) => onChange({ tags })} />
      <MinutesInput
        label={words('estimate')}
        description={words('estimateHint')}
        max={ESTIMATE_MINUTES_MAX}
        value={draft.estimateMinutes}
        onChange={(estimateMinutes) => onChange({ estimateMinutes })}
      />
      <TextInput
        type="datetime-local"
        label={words('deadline')}
        value={draft.deadline}
        onChange={(event) => onChange({ deadline: event.currentTarget.value })}
      />
    </div>
  )
}
