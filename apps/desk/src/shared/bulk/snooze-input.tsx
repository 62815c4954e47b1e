import { Radio, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { attentionQueries } from '../attention/attention-queries.ts'
import { fromLocalInput, toLocalInput } from '../local-instant.ts'
import type { BulkDraft } from './bulk-draft.ts'
import { useBulkWords } from './use-bulk-words.ts'

const OWN = 'own'
const BACK = 'back'

type SnoozeDraft = Extract<BulkDraft, { kind: 'snooze' }>
type SnoozeInputProps = { draft: SnoozeDraft; onChange: (draft: SnoozeDraft) => void }

/** Until when: one of the usual moments, one of one's own, or no more. */
export function SnoozeInput({ draft, onChange }: SnoozeInputProps) {
  const words = useBulkWords()
  const format = useFormat()
  const choices = useQuery(attentionQueries.snoozeChoices())
  const [chosen, setChosen] = useState<string | null>(null)
  const choose = (value: string) => {
    setChosen(value)
    onChange({ kind: 'snooze', isBack: value === BACK, until: value === BACK || value === OWN ? null : value })
  }
  return (
    <Stack gap="xs">
      <Radio.Group
        label={words('until')}
        value={chosen}
        onChange={choose}
        {...(choices.isError && { description: words('snoozeFailed') })}
      >
        <Stack gap="xs" mt="xs">
          {(choices.data ?? []).map(({ kind, until }) => (
            <Radio key={kind} value={until} label={words(`snooze_${kind}`)} description={format.fullDateTime(until)} />
          ))}
          <Radio value={OWN} label={words('snoozeOwn')} />
          <Radio value={BACK} label={words('snoozeBack')} />
        </Stack>
      </Radio.Group>
      {chosen === OWN && (
        <TextInput
          type="datetime-local"
          label={words('snoozeAt')}
          value={toLocalInput(draft.until)}
          onChange={(event) => onChange({ ...draft, until: fromLocalInput(event.currentTarget.value) })}
        />
      )}
    </Stack>
  )
}
