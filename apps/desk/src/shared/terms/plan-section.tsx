import { ActionIcon, Button, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'

import { useFields } from '../forms/use-fields.tsx'
import { FormSection } from './form-section.tsx'
import { emptyLine, type LineDraft } from './line-draft.ts'
import { LineFields } from './line-fields.tsx'
import { useTermsWords } from './use-terms-words.ts'

const LINES_MAX = 20

type PlanSectionProps = {
  lines: readonly LineDraft[]
  currency: string
  /** What was wrong with the line at a place. */
  errorAt: (place: number) => unknown
  /** How many of the first lines are done and cannot be changed here. */
  done?: number
  onChange: (lines: LineDraft[]) => void
}

/** The lines of a subscription's plan, as they are written. */
export function PlanSection({ lines, currency, errorAt, done = 0, onChange }: PlanSectionProps) {
  const words = useTermsWords()
  return (
    <FormSection title={words('plan')} text={words('planText')}>
      {lines.map((line, place) => (
        <PlanLine
          key={place}
          place={place}
          line={line}
          currency={currency}
          error={errorAt(place)}
          isDone={place < done}
          onChange={(changed) => onChange(lines.with(place, changed))}
          onRemove={lines.length > 1 && place >= done ? () => onChange(lines.toSpliced(place, 1)) : undefined}
        />
      ))}
      {lines.length < LINES_MAX && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...lines, emptyLine])}
        >
          {words('addLine')}
        </Button>
      )}
    </FormSection>
  )
}

type PlanLineProps = {
  place: number
  line: LineDraft
  currency: string
  error: unknown
  isDone: boolean
  onChange: (line: LineDraft) => void
  onRemove: (() => void) | undefined
}

function PlanLine({ place, line, currency, error, isDone, onChange, onRemove }: PlanLineProps) {
  const words = useTermsWords()
  const fields = useFields(line, onChange, error)
  const number = place + 1
  return (
    <fieldset className="desk-line" disabled={isDone} aria-label={words('line', { number })}>
      <div className="desk-line-head">
        <span aria-hidden="true">{words('line', { number })}</span>
        {onRemove !== undefined && (
          <ActionIcon variant="subtle" color="gray" aria-label={words('removeLine', { number })} onClick={onRemove}>
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
      <Stack gap="sm">
        <LineFields fields={fields} currency={currency} />
      </Stack>
    </fieldset>
  )
}
