import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ConditionOperator } from '@timedesk/contracts/conditions'

import { problemOfField } from '../forms/field-problems.ts'
import { isWorded, useFormWords } from '../forms/use-form-words.ts'
import { ConditionRow } from './condition-row.tsx'
import { emptyCondition, type ConditionDraft, type ConditionSubject } from './condition-subject.ts'
import '../lists/lists.css'
import './conditions.css'
import { isConditionWord, useConditionWords } from './use-condition-words.ts'

type ConditionListProps<Field extends string, Op extends ConditionOperator> = {
  legend: string
  /** What no condition at all means. */
  hint?: string
  conditions: readonly ConditionDraft<Field, Op>[]
  /** What may be asked about; without any, nothing can be added. */
  subjects: readonly ConditionSubject<Field, Op>[]
  /** A refusal whose pointers begin at the list: `/body/0/values/1`. */
  error?: unknown
  onChange: (conditions: ConditionDraft<Field, Op>[]) => void
}

/** Conditions that all have to hold, each built of what, how and values. */
export function ConditionList<Field extends string, Op extends ConditionOperator>(
  props: ConditionListProps<Field, Op>,
) {
  const { legend, hint, conditions, subjects, error, onChange } = props
  const words = useConditionWords()
  const problemOf = useConditionProblem(error)
  const add = () => {
    const unasked = subjects.find(({ field }) => !conditions.some((condition) => condition.field === field))
    const subject = unasked ?? subjects[0]
    const added = subject === undefined ? undefined : emptyCondition(subject)
    if (added !== undefined) onChange([...conditions, added])
  }

  return (
    <fieldset className="desk-conditions">
      <legend>{legend}</legend>
      <p className="desk-quiet desk-small">{conditions.length === 0 ? hint : words('allHold')}</p>
      {conditions.map((condition, index) => (
        <ConditionRow
          key={index}
          number={index + 1}
          condition={condition}
          subjects={subjects}
          problem={problemOf(index)}
          onChange={(changed) => onChange(conditions.map((other, at) => (at === index ? changed : other)))}
          onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={subjects.length === 0}
          onClick={add}
        >
          {words('add')}
        </Button>
      </div>
    </fieldset>
  )
}

function useConditionProblem(error: unknown): (index: number) => string | undefined {
  const words = useConditionWords()
  const formWords = useFormWords()
  return (index) => {
    const problem = problemOfField(error, String(index))
    if (problem === undefined) return undefined
    const { code, message } = problem
    if (code === 'values') return words('values_refused')
    if (isConditionWord(code)) return words(code)
    return isWorded(code) ? formWords(code) : message
  }
}
