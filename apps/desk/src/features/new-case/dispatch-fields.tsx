import { TextInput } from '@mantine/core'

import { createWords } from '../../shared/create-words.ts'
import { EmployeePicker, ProjectPicker } from '../../shared/pickers/search-pickers.tsx'
import { CaseTypePicker, DepartmentPicker, PriorityPicker } from '../../shared/pickers/setting-pickers.tsx'
import type { NewCase } from './new-case-draft.ts'
import { newCaseDanish, newCaseEnglish } from './new-case-texts.ts'

const useNewCaseWords = createWords('newCase', { en: newCaseEnglish, da: newCaseDanish })

type DispatchFieldsProps = { draft: NewCase; onChange: (changes: Partial<NewCase>) => void }

/** What kind of case it is, and whose; all of it may be left to the rules. */
export function DispatchFields({ draft, onChange }: DispatchFieldsProps) {
  const words = useNewCaseWords()
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
        <ProjectPicker
          label={words('project')}
          customerId={draft.customer.id}
          value={draft.project}
          onChange={(project) => onChange({ project })}
        />
      )}
      <TextInput
        type="datetime-local"
        label={words('deadline')}
        value={draft.deadline}
        onChange={(event) => onChange({ deadline: event.currentTarget.value })}
      />
    </div>
  )
}
