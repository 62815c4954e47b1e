import { MultiSelect, TagsInput, TextInput } from '@mantine/core'
import type { ConditionOperator } from '@timedesk/contracts/conditions'
import { CONDITION_VALUES_MAX } from '@timedesk/contracts/limits'

import { ClockInput } from '../forms/clock-input.tsx'
import { wireDecimal } from '../forms/wire-decimal.ts'
import type { ConditionOption, ConditionSubject } from './condition-subject.ts'
import { SearchValues } from './search-values.tsx'
import { useConditionWords } from './use-condition-words.ts'

type ConditionValueProps = {
  op: ConditionOperator
  subject: ConditionSubject | undefined
  values: readonly string[]
  problem: string | undefined
  problemId: string
  onChange: (values: string[]) => void
}

/** The values of a condition, written as its subject wants them. Nothing where the operator takes none. */
export function ConditionValue({ op, subject, values, problem, problemId, onChange }: ConditionValueProps) {
  const words = useConditionWords()
  const isWrong = problem !== undefined
  const wrong = { error: isWrong, ...(isWrong && { 'aria-describedby': problemId }) }
  if (op === 'isEmpty' || op === 'isNotEmpty') return null
  if (op === 'between')
    return <RangeValue kind={subject?.value.kind} values={values} isWrong={isWrong} onChange={onChange} />
  const shared = {
    size: 'xs',
    'aria-label': words('values'),
    value: [...values],
    ...wrong,
  }
  if (subject === undefined) {
    return <MultiSelect {...shared} data={kept([], values, words('gone'))} onChange={onChange} />
  }
  switch (subject.value.kind) {
    case 'options':
      return (
        <MultiSelect
          {...shared}
          maxValues={CONDITION_VALUES_MAX}
          searchable
          hidePickedOptions
          clearable
          data={kept(subject.value.options, values, words('gone'))}
          onChange={onChange}
        />
      )
    case 'search':
      return <SearchValues {...subject.value} values={values} isWrong={isWrong} onChange={onChange} />
    case 'day':
      return (
        <TextInput
          type="date"
          size="xs"
          aria-label={words('value')}
          value={values[0] ?? ''}
          {...wrong}
          onChange={(event) => onChange(event.currentTarget.value === '' ? [] : [event.currentTarget.value])}
        />
      )
    case 'number':
      return (
        <TagsInput
          {...shared}
          maxTags={CONDITION_VALUES_MAX}
          inputMode="decimal"
          placeholder={words('typeWords')}
          acceptValueOnBlur
          onChange={(typed) => onChange(typed.map((text) => wireDecimal(text) ?? ''))}
        />
      )
    case 'words':
    case 'clock':
      return (
        <TagsInput
          {...shared}
          maxTags={CONDITION_VALUES_MAX}
          placeholder={words('typeWords')}
          acceptValueOnBlur
          onChange={onChange}
        />
      )
  }
}

type RangeValueProps = {
  kind: ConditionSubject['value']['kind'] | undefined
  values: readonly string[]
  isWrong: boolean
  onChange: (values: string[]) => void
}

function RangeValue({ kind, values: [from = '', to = ''], isWrong, onChange }: RangeValueProps) {
  const words = useConditionWords()
  if (kind === 'clock') {
    return (
      <span className="desk-condition-range">
        <ClockInput
          hideLabel
          label={words('from')}
          value={from}
          error={isWrong}
          onChange={(clock) => onChange([clock, to])}
        />
        –
        <ClockInput
          hideLabel
          label={words('to')}
          value={to}
          error={isWrong}
          onChange={(clock) => onChange([from, clock])}
        />
      </span>
    )
  }
  const shared = { size: 'xs', type: kind === 'day' ? 'date' : 'text', autoComplete: 'off', error: isWrong } as const
  const wire = (text: string) => (kind === 'number' ? (wireDecimal(text) ?? '') : text)
  return (
    <span className="desk-condition-range">
      <TextInput
        {...shared}
        aria-label={words('from')}
        value={from}
        onChange={(event) => onChange([wire(event.currentTarget.value), to])}
      />
      –
      <TextInput
        {...shared}
        aria-label={words('to')}
        value={to}
        onChange={(event) => onChange([from, wire(event.currentTarget.value)])}
      />
    </span>
  )
}

/** The options, with what is chosen and no longer among them. */
function kept(options: readonly ConditionOption[], values: readonly string[], gone: string): ConditionOption[] {
  const known = new Set(options.map(({ value }) => value))
  return [...options, ...values.filter((value) => !known.has(value)).map((value) => ({ value, label: gone }))]
}
