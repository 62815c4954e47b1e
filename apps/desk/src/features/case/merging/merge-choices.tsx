import { Radio, Stack } from '@mantine/core'
import type { MergeSide } from '@timedesk/contracts/case-merges'

import { useMay } from '../../../shared/session/use-me.ts'
import { useAgreement, useResponsible } from './merge-sides.tsx'
import { useMergeWords } from './use-merge-words.ts'

type Side = 'source' | 'survivor'

/** Whose subject, person and agreement the case that goes on has afterwards. */
export type Kept = { subject: Side; responsible: Side; agreement: Side }

export const asItIs: Kept = { subject: 'survivor', responsible: 'survivor', agreement: 'survivor' }

type MergeChoicesProps = { source: MergeSide; survivor: MergeSide; kept: Kept; onKeep: (kept: Kept) => void }

/** Asks where the two cases differ; what is the same in both is no question. */
export function MergeChoices({ source, survivor, kept, onKeep }: MergeChoicesProps) {
  const words = useMergeWords()
  const mayDispatch = useMay()('case:dispatch')
  const people = [useResponsible(source), useResponsible(survivor)] as const
  const agreements = [useAgreement(source), useAgreement(survivor)] as const
  const asked = { number: survivor.number }
  const isAnew = kept.agreement === 'source'
  return (
    <Stack gap="sm">
      <SideChoice
        label={words('keepSubject')}
        values={[source.subject, survivor.subject]}
        value={kept.subject}
        onChange={(subject) => onKeep({ ...kept, subject })}
      />
      {mayDispatch && (
        <SideChoice
          label={words('keepResponsible')}
          values={people}
          value={kept.responsible}
          onChange={(responsible) => onKeep({ ...kept, responsible })}
        />
      )}
      <SideChoice
        label={words('keepAgreement')}
        description={words(isAnew ? 'agreementChanges' : 'agreementStays', asked)}
        values={agreements}
        value={kept.agreement}
        onChange={(agreement) => onKeep({ ...kept, agreement })}
      />
    </Stack>
  )
}

type SideChoiceProps = {
  label: string
  description?: string
  /** What the case that ends has, and the one that goes on. */
  values: readonly [string, string]
  value: Side
  onChange: (side: Side) => void
}

function SideChoice({ label, description, values: [source, survivor], value, onChange }: SideChoiceProps) {
  if (source === survivor) return null
  return (
    <Radio.Group
      label={label}
      description={description}
      value={value}
      onChange={(chosen) => onChange(chosen === 'source' ? 'source' : 'survivor')}
    >
      <Stack gap={4} mt={4}>
        <Radio size="sm" value="survivor" label={survivor} />
        <Radio size="sm" value="source" label={source} />
      </Stack>
    </Radio.Group>
  )
}
