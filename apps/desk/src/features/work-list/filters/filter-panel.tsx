import { Chip, Fieldset, Group, NativeSelect } from '@mantine/core'
import { StatusCategory } from '@timedesk/contracts/case-status'
import { useStatusName } from '@timedesk/ui/status-pill'

import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import { toggledTerm, valuesOf, withValues } from '../query/chips.ts'
import { useQueryWords } from '../query/use-query-words.ts'
import { useFilterWords } from './use-filter-words.ts'
import { ValuesField } from './values-field.tsx'

const STATES = ['unread', 'breached', 'atrisk', 'unassigned', 'followed', 'problem', 'incident'] as const
const NAMED = ['priority', 'type', 'department', 'responsible', 'customer', 'tag'] as const
const DUE = ['..today', '..tomorrow', '<7d', 'none'] as const

export type FilterFormProps = {
  /** Text of the query language, which the form reads and writes. */
  q: string
  onChange: (q: string) => void
}

/** Status, standing, due, people and things: what lists are most often narrowed by. */
export function FilterPanel({ q, onChange }: FilterFormProps) {
  const caseWords = useCaseWords()
  const queryWords = useQueryWords()
  const statusName = useStatusName()
  const words = useFilterWords()
  const on = STATES.filter((state) => toggledTerm(q, `is:${state}`).wasOn)
  return (
    <>
      <Fieldset legend={caseWords('status')} variant="unstyled">
        <Chip.Group
          multiple
          value={valuesOf(q, 'status')}
          onChange={(chosen) => onChange(withValues(q, 'status', chosen))}
        >
          <Group gap={6} mt={6}>
            {StatusCategory.options.map((category) => (
              <Chip key={category} value={category} size="xs">
                {statusName({ category, name: '' })}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Fieldset>
      <Fieldset legend={words('states')} variant="unstyled">
        <Group gap={6} mt={6}>
          {STATES.map((state) => (
            <Chip
              key={state}
              size="xs"
              checked={on.includes(state)}
              onChange={() => onChange(toggledTerm(q, `is:${state}`).text)}
            >
              {queryWords(`is_${state}`)}
            </Chip>
          ))}
        </Group>
      </Fieldset>
      <DueField q={q} onChange={onChange} />
      {NAMED.map((key) => (
        <ValuesField
          key={key}
          name={key}
          label={caseWords(key)}
          values={valuesOf(q, key)}
          onChange={(values) => onChange(withValues(q, key, values))}
        />
      ))}
    </>
  )
}

function DueField({ q, onChange }: FilterFormProps) {
  const words = useFilterWords()
  const now = valuesOf(q, 'due').join(',')
  const isOwn = now !== '' && !DUE.some((one) => one === now)
  return (
    <NativeSelect
      label={words('due')}
      data={[
        { value: '', label: words('any') },
        ...DUE.map((value) => ({ value, label: words(`due_${value}`) })),
        ...(isOwn ? [{ value: now, label: words('due_written') }] : []),
      ]}
      value={now}
      onChange={({ currentTarget: { value } }) => onChange(withValues(q, 'due', value === '' ? [] : [value]))}
    />
  )
}
