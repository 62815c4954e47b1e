import { Group, Select, TextInput } from '@mantine/core'

import { toLocalInput } from '../../shared/local-instant.ts'
import { DUE_WITHIN } from './due-before.ts'
import { CLOCKS, type WorkFilters } from './filters.ts'
import { useFilterWords } from './use-filter-words.ts'

type ClockFiltersProps = { filters: WorkFilters; onChange: (changes: Partial<WorkFilters>) => void }

const BY_DAY = 'day'

/** How the clocks of a case stand, and until when something is due. */
export function ClockFilters({ filters: { clock, due }, onChange }: ClockFiltersProps) {
  const words = useFilterWords()
  const isDay = due !== null && !DUE_WITHIN.some((within) => within === due)
  return (
    <>
      <Select
        label={words('clocks')}
        placeholder={words('anyClock')}
        clearable
        value={clock}
        data={CLOCKS.map((value) => ({ value, label: words(value) }))}
        onChange={(chosen) => onChange({ clock: CLOCKS.find((one) => one === chosen) ?? null })}
      />
      <Group gap="xs" grow align="end">
        <Select
          label={words('due')}
          placeholder={words('anyDue')}
          clearable
          value={isDay ? BY_DAY : due}
          data={[
            ...DUE_WITHIN.map((value) => ({ value, label: words(`due_${value}`) })),
            { value: BY_DAY, label: words('dueDay') },
          ]}
          onChange={(chosen) => onChange({ due: chosen === BY_DAY ? today() : chosen })}
        />
        {isDay && (
          <TextInput
            type="date"
            aria-label={words('dueDay')}
            value={due}
            onChange={(event) => onChange({ due: event.currentTarget.value === '' ? null : event.currentTarget.value })}
          />
        )}
      </Group>
    </>
  )
}

function today(): string {
  return toLocalInput(new Date().toISOString()).slice(0, DAY_LENGTH)
}

const DAY_LENGTH = 10
