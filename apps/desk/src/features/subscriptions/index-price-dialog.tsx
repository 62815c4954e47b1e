import { Text, TextInput } from '@mantine/core'
import type { SubscriptionLine } from '@timedesk/contracts/subscriptions'
import type { IndexationPreview } from '@timedesk/contracts/subscription-prices'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { wireDecimal } from '../../shared/forms/wire-decimal.ts'
import { Figures } from '../../shared/panels/facts.tsx'
import { useIndexPrice, usePreviewIndexation, type Indexation } from './use-change-plan.ts'
import { usePlanWords } from './use-plan-words.ts'

const EMPTY = {
  ...{ indexBase: '', indexBaseMonth: '', indexNow: '', indexNowMonth: '' },
  ...{ cap: '', floor: '', threshold: '', validFrom: '' },
}
type IndexDraft = typeof EMPTY

/** Indexes a price: first what it would make, then from which day on. Any change asks to be seen again. */
export function IndexPriceDialog({ line, onClose }: { line: SubscriptionLine; onClose: () => void }) {
  const words = usePlanWords()
  const format = useFormat()
  const tell = useTell()
  const preview = usePreviewIndexation(line.id)
  const indexing = useIndexPrice(line.id)
  const [draft, setDraft] = useState<IndexDraft>(EMPTY)
  const state = preview.data === undefined ? preview : indexing
  const change = (changed: IndexDraft) => {
    if (changed.validFrom === draft.validFrom) preview.reset()
    setDraft(changed)
  }
  const { text } = useFields(draft, change, state.error)
  const made = preview.data
  const isComplete = [draft.indexBase, draft.indexBaseMonth, draft.indexNow, draft.indexNowMonth].every(isFilled)

  return (
    <FormDialog
      title={words('indexTitle', { name: line.description })}
      state={state}
      names={Object.keys(EMPTY)}
      submitLabel={words(made === undefined ? 'showIt' : 'indexIt')}
      isDisabled={!isComplete || (made !== undefined && draft.validFrom === '')}
      onClose={onClose}
      onSubmit={() => {
        if (made === undefined) {
          preview.mutate(wireIndexation(draft), {
            onSuccess: ({ earliest }) => setDraft((before) => ({ ...before, validFrom: earliest })),
          })
          return
        }
        indexing.mutate(
          { ...wireIndexation(draft), validFrom: draft.validFrom },
          {
            onSuccess: tell(words('indexed', { name: line.description }), onClose).onSuccess,
          },
        )
      }}
    >
      <Text size="sm">{words('indexText')}</Text>
      <FieldRow>
        <TextInput label={words('indexBase')} required inputMode="decimal" autoComplete="off" {...text('indexBase')} />
        <TextInput label={words('indexBaseMonth')} required type="month" {...text('indexBaseMonth')} />
      </FieldRow>
      <FieldRow>
        <TextInput label={words('indexNow')} required inputMode="decimal" autoComplete="off" {...text('indexNow')} />
        <TextInput label={words('indexNowMonth')} required type="month" {...text('indexNowMonth')} />
      </FieldRow>
      <FieldRow>
        <TextInput label={words('cap')} inputMode="decimal" autoComplete="off" {...text('cap')} />
        <TextInput
          label={words('floor')}
          description={words('floorHint')}
          inputMode="decimal"
          autoComplete="off"
          {...text('floor')}
        />
        <TextInput label={words('threshold')} inputMode="decimal" autoComplete="off" {...text('threshold')} />
      </FieldRow>
      {made !== undefined && (
        <>
          <Outcome made={made} />
          <TextInput
            label={words('validFrom')}
            description={words('earliestHint', { day: format.workDate(made.earliest) })}
            type="date"
            required
            {...text('validFrom')}
          />
        </>
      )}
    </FormDialog>
  )
}

function Outcome({ made }: { made: IndexationPreview }) {
  const words = usePlanWords()
  const format = useFormat()
  return (
    <div role="status">
      <Figures
        facts={[
          { label: words('oldPrice'), value: format.money(made.oldPrice) },
          { label: words('newPrice'), value: format.money(made.newPrice) },
          { label: words('decided'), value: words(`decided_${made.decidedBy}`) },
        ]}
      />
    </div>
  )
}

function wireIndexation({
  indexBase,
  indexBaseMonth,
  indexNow,
  indexNowMonth,
  cap,
  floor,
  threshold,
}: IndexDraft): Indexation {
  return {
    ...{ indexBaseMonth, indexNowMonth },
    indexBase: wireDecimal(indexBase) ?? '',
    indexNow: wireDecimal(indexNow) ?? '',
    ...{ cap: wireDecimal(cap), floor: wireDecimal(floor), threshold: wireDecimal(threshold) },
  }
}

function isFilled(text: string): boolean {
  return text.trim() !== ''
}
