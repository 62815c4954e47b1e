import { ActionIcon, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ConditionOperator } from '@timedesk/contracts/conditions'
import { useId } from 'react'

import { emptyCondition, startingValues, type ConditionDraft, type ConditionSubject } from './condition-subject.ts'
import { ConditionValue } from './condition-value.tsx'
import { useConditionWords } from './use-condition-words.ts'

type ConditionRowProps<Field extends string, Op extends ConditionOperator> = {
  number: number
  condition: ConditionDraft<Field, Op>
  subjects: readonly ConditionSubject<Field, Op>[]
  problem: string | undefined
  onChange: (condition: ConditionDraft<Field, Op>) => void
  onRemove: () => void
}

/** One condition: what, how, and the values it is held against. */
export function ConditionRow<Field extends string, Op extends ConditionOperator>(props: ConditionRowProps<Field, Op>) {
  const { number, condition, subjects, problem, onChange, onRemove } = props
  const words = useConditionWords()
  const problemId = useId()
  const subject = subjects.find(({ field }) => field === condition.field)
  const chooseSubject = (field: string | null) => {
    const chosen = subjects.find((candidate) => candidate.field === field)
    const started = chosen === undefined ? undefined : emptyCondition(chosen)
    if (chosen === undefined || started === undefined) return
    // The operator stays where the new subject takes it; values mean something else there.
    const keepsOp = chosen.ops.includes(condition.op)
    onChange(keepsOp ? { ...started, op: condition.op, values: startingValues(condition.op) } : started)
  }
  const chooseOp = (name: string | null) => {
    const op = subject?.ops.find((candidate) => candidate === name)
    if (op === undefined) return
    onChange({ ...condition, op, values: takesSame(condition.op, op) ? condition.values : startingValues(op) })
  }

  return (
    <div className="desk-condition" role="group" aria-label={words('condition', { number })}>
      <Select
        size="xs"
        aria-label={words('subject')}
        searchable
        allowDeselect={false}
        data={groupedSubjects(subjects, condition.field, words('gone'))}
        value={condition.field}
        onChange={chooseSubject}
      />
      <Select
        className="desk-condition-op"
        size="xs"
        aria-label={words('operator')}
        allowDeselect={false}
        data={(subject?.ops ?? [condition.op]).map((op) => ({ value: op, label: words(op) }))}
        value={condition.op}
        onChange={chooseOp}
      />
      <div className="desk-condition-value">
        <ConditionValue
          op={condition.op}
          subject={subject}
          values={condition.values}
          problem={problem}
          problemId={problemId}
          onChange={(values) => onChange({ ...condition, values })}
        />
        {problem !== undefined && (
          <div id={problemId} className="desk-error desk-small">
            {problem}
          </div>
        )}
      </div>
      <ActionIcon
        className="desk-condition-remove"
        variant="subtle"
        color="gray"
        aria-label={words('remove', { number })}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}

function takesSame(one: ConditionOperator, other: ConditionOperator): boolean {
  const shapeOf = (op: ConditionOperator) =>
    op === 'between' ? 'range' : op === 'isEmpty' || op === 'isNotEmpty' ? 'none' : 'several'
  return shapeOf(one) === shapeOf(other)
}

type SubjectOption = { value: string; label: string }
type SubjectGroup = { group: string; items: SubjectOption[] }

/** The subjects below their headings; one that is gone stays to be seen. */
function groupedSubjects(subjects: readonly ConditionSubject[], chosen: string, gone: string) {
  const known = subjects.some(({ field }) => field === chosen)
  const missing = known ? [] : [{ field: chosen, label: gone, group: undefined }]
  const groups = Map.groupBy([...subjects, ...missing], ({ group }) => group ?? '')
  return [...groups].flatMap<SubjectOption | SubjectGroup>(([group, members]) => {
    const items = members.map(({ field, label }) => ({ value: field, label }))
    return group === '' ? items : [{ group, items }]
  })
}
