import { MultiSelect, Radio, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { FieldDemand, FieldVisibility, type FieldCondition } from '@timedesk/contracts/custom-fields'
import { useLanguage } from '@timedesk/ui/use-language'
import type { ReactNode } from 'react'

import { ConditionList } from '../../shared/conditions/condition-list.tsx'
import type { ConditionSubject } from '../../shared/conditions/condition-subject.ts'
import { subjectsOfFields } from '../../shared/conditions/field-subjects.ts'
import { pathOptions } from '../../shared/conditions/path-options.ts'
import { useConditionWords } from '../../shared/conditions/use-condition-words.ts'
import { errorInside } from '../../shared/forms/error-inside.ts'
import { problemOfField } from '../../shared/forms/field-problems.ts'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { usableOptions } from '../../shared/settings/usable-options.ts'
import type { FieldDraft } from './field-draft.ts'
import { useFieldWords } from './use-field-words.ts'

const OPS = ['is', 'isNot', 'isEmpty', 'isNotEmpty'] as const
type Op = FieldCondition['op']

type RuleFieldsProps = {
  form: DraftForm<FieldDraft>
  fields: readonly CustomField[]
  /** Of the field itself, which cannot depend on itself. */
  ownId: string | null
  /** What is wrong inside the rules. */
  error: unknown
}

/** For which cases a field is, who of the customers sees it, when it is shown and when it has to be filled in. */
export function RuleFields({ form, fields, ownId, error }: RuleFieldsProps) {
  const words = useFieldWords()
  const formWords = useFormWords()
  const { data: types = [] } = useQuery(settingQueries.caseTypes())
  const subjects = useSubjects(fields.filter(({ id, isActive }) => isActive && id !== ownId))
  const { draft, set, errorOf } = form
  const { rules } = draft
  const setRules = (changes: Partial<FieldDraft['rules']>) => set({ rules: { ...rules, ...changes } })
  const isTypeWrong = problemOfField(error, 'typeIds') !== undefined

  return (
    <>
      <MultiSelect
        label={words('types')}
        description={words('typesHint')}
        searchable
        clearable
        hidePickedOptions
        data={pathOptions(types, rules.typeIds ?? [])}
        value={rules.typeIds ?? []}
        error={isTypeWrong ? formWords('reference_refused') : undefined}
        onChange={(ids) => setRules({ typeIds: ids.length === 0 ? null : ids })}
      />
      <Choice
        label={words('forContacts')}
        value={draft.forContacts}
        options={FieldVisibility.options}
        wordOf={(option) => words(`forContacts_${option}`)}
        error={errorOf('forContacts')}
        onChange={(forContacts) => set({ forContacts })}
      />
      <ConditionList<FieldCondition['field'], Op>
        legend={words('shownWhen')}
        hint={words('alwaysShown')}
        conditions={rules.shownWhen}
        subjects={subjects}
        error={errorInside(error, 'shownWhen')}
        onChange={(shownWhen) => setRules({ shownWhen })}
      />
      <Select
        label={words('requiredFor')}
        allowDeselect={false}
        data={FieldDemand.options.map((demand) => ({ value: demand, label: words(`requiredFor_${demand}`) }))}
        value={rules.requiredFor}
        onChange={(name) => {
          const requiredFor = FieldDemand.options.find((candidate) => candidate === name)
          if (requiredFor !== undefined) setRules({ requiredFor })
        }}
      />
      {rules.requiredFor !== 'never' && (
        <ConditionList<FieldCondition['field'], Op>
          legend={words('requiredWhen')}
          hint={words('alwaysRequired')}
          conditions={rules.requiredWhen ?? []}
          subjects={subjects}
          error={errorInside(error, 'requiredWhen')}
          onChange={(conditions) => setRules({ requiredWhen: conditions.length === 0 ? null : conditions })}
        />
      )}
    </>
  )
}

/** What the rules of a field may ask about: the priority, and the other fields. */
function useSubjects(others: readonly CustomField[]): ConditionSubject<string, Op>[] {
  const words = useConditionWords()
  const { language } = useLanguage()
  const { data: priorities = [] } = useQuery(settingQueries.priorities())
  const texts = { group: words('customFields'), ticked: words('ticked'), notTicked: words('notTicked') }
  return [
    {
      ...{ field: 'priority', label: words('priority'), ops: ['is', 'isNot'] },
      value: { kind: 'options', options: usableOptions(priorities) },
    },
    ...subjectsOfFields(others, language, OPS, texts),
  ]
}

type ChoiceProps<Option extends string> = {
  label: string
  value: Option
  options: readonly Option[]
  wordOf: (option: Option) => string
  error: ReactNode
  onChange: (option: Option) => void
}

function Choice<Option extends string>({ label, value, options, wordOf, error, onChange }: ChoiceProps<Option>) {
  return (
    <Radio.Group
      label={label}
      value={value}
      error={error}
      onChange={(name) => {
        const chosen = options.find((option) => option === name)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      <div className="desk-field-choice">
        {options.map((option) => (
          <Radio key={option} value={option} label={wordOf(option)} />
        ))}
      </div>
    </Radio.Group>
  )
}
