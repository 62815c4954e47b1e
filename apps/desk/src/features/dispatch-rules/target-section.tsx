import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DISPATCH_SKILLS_MAX } from '@timedesk/contracts/limits'
import type { DispatchTarget } from '@timedesk/contracts/dispatch-rules'

import { skillQueries } from '../../shared/dispatch/skill-queries.ts'
import { errorInside } from '../../shared/forms/error-inside.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useFieldProblem } from '../../shared/forms/use-fields.tsx'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { ChoiceCards } from '../../shared/terms/choice-cards.tsx'
import { FormSection } from '../../shared/terms/form-section.tsx'
import { TARGET_KINDS, type RuleDraft, type TargetDraft } from './rule-draft.ts'
import { useRuleWords } from './use-rule-words.ts'

type TargetSectionProps = { form: DraftForm<RuleDraft>; error: unknown }

/** Where a rule sends cases. */
export function TargetSection({ form, error }: TargetSectionProps) {
  const words = useRuleWords()
  const problemOf = useFieldProblem(errorInside(error, 'target'))
  const { target } = form.draft
  const set = (changes: Partial<TargetDraft>) => form.set({ target: { ...target, ...changes } })
  return (
    <FormSection title={words('where')}>
      <ChoiceCards<DispatchTarget['kind']>
        label={words('kind')}
        value={target.kind}
        choices={TARGET_KINDS.map((kind) => ({
          value: kind,
          label: words(`kind_${kind}`),
          text: words(`kindText_${kind}`),
        }))}
        onChange={(kind) => set({ kind })}
      />
      {target.kind === 'person' ? (
        <FieldRow>
          <EmployeePicker
            label={words('person')}
            required
            value={target.employeeId}
            error={problemOf('employeeId')}
            onChange={(employeeId) => set({ employeeId })}
          />
          <DepartmentPicker
            label={words('doneFor')}
            placeholder={words('ownDepartment')}
            clearable
            value={target.departmentId}
            error={problemOf('departmentId')}
            onChange={(departmentId) => set({ departmentId })}
          />
        </FieldRow>
      ) : (
        <DepartmentPicker
          label={words('department')}
          {...(target.kind !== 'queue' && { description: words('departmentHint') })}
          required
          clearable={false}
          value={target.departmentId}
          error={problemOf('departmentId')}
          onChange={(departmentId) => set({ departmentId })}
        />
      )}
      {target.kind !== 'queue' && target.kind !== 'person' && (
        <SkillsField target={target} error={problemOf('skillIds')} onChange={(skillIds) => set({ skillIds })} />
      )}
    </FormSection>
  )
}

type SkillsFieldProps = { target: TargetDraft; error: string | undefined; onChange: (skillIds: string[]) => void }

function SkillsField({ target: { kind, skillIds }, error, onChange }: SkillsFieldProps) {
  const words = useRuleWords()
  const { data: skills } = useQuery(skillQueries.list())
  const options = (skills ?? [])
    .filter(({ id, isActive }) => isActive || skillIds.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }))
  const isRequired = kind === 'skilled'
  return (
    <MultiSelect
      label={words('skills')}
      description={skills?.length === 0 ? words('noSkills') : words('skillsHint')}
      {...(!isRequired && skillIds.length === 0 && { placeholder: words('everybody') })}
      required={isRequired}
      searchable
      clearable
      hidePickedOptions
      maxValues={DISPATCH_SKILLS_MAX}
      data={options}
      value={[...skillIds]}
      error={error}
      onChange={onChange}
    />
  )
}
