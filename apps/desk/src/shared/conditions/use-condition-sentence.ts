import type { Reference } from '@timedesk/contracts/primitives'

import type { ConditionDraft, ConditionSubject } from './condition-subject.ts'
import { useConditionWords } from './use-condition-words.ts'

/** Says what a condition asks for in one line: “Type is Printer or Scanner”. `names` are of what it speaks of by id. */
export function useConditionSentence(
  subjects: readonly ConditionSubject[],
): (condition: ConditionDraft, names: readonly Reference[]) => string {
  const words = useConditionWords()
  return ({ field, op, values }, names) => {
    const subject = subjects.find((candidate) => candidate.field === field)
    const options = subject?.value.kind === 'options' ? subject.value.options : []
    const isById = subject === undefined || subject.value.kind === 'options' || subject.value.kind === 'search'
    const labelOf = (value: string) =>
      options.find((option) => option.value === value)?.label ??
      names.find(({ id }) => id === value)?.name ??
      (isById ? words('gone') : value)
    const told = values.map(labelOf).join(op === 'between' ? ' – ' : words('or'))
    return `${subject?.label ?? words('gone')} ${words(op)} ${told}`.trim()
  }
}
