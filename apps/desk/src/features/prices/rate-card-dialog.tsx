import { Text, TextInput } from '@mantine/core'
import type { RateCard } from '@timedesk/contracts/pricing'
import type { ReactNode } from 'react'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { NameField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
import { draftOfRateCard, isComplete, type RateCardDraft } from './rate-card-draft.ts'
import { RateCardRows } from './rate-card-rows.tsx'
import { usePriceWords } from './use-price-words.ts'
import { useSaveRateCard } from './use-save-rate-card.ts'

/** Creates a rate card, or edits the given one with all its prices. */
export function RateCardDialog({ card, onClose }: { card: RateCard | null; onClose: () => void }) {
  const words = usePriceWords()
  const { company } = useMe()
  const save = useSaveRateCard(card)
  const empty = { name: '', currency: company.currency, rows: [], isActive: true }
  const form = useDraftForm<RateCardDraft>(card === null ? empty : draftOfRateCard(card), save.error)
  const { draft, changes, set, errorOf, text } = form

  return (
    <SettingDialog
      edited={card}
      createTitle={words('createCard')}
      size="xl"
      state={save}
      form={form}
      isDisabled={!form.isChanged || !isComplete(draft.rows)}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <FieldRow>
        <NameField form={form} />
        <TextInput
          label={words('currency')}
          description={words('currencyHint')}
          maxLength={3}
          autoComplete="off"
          {...text('currency')}
          disabled={card !== null}
          onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() })}
        />
      </FieldRow>
      <RateCardRows rows={draft.rows} currency={draft.currency} onChange={(rows) => set({ rows })} />
      <RowsProblem problem={errorOf('rows')} />
      <Text size="sm" c="var(--td-ink-quiet)">
        {words('cardHint')}
        {card !== null && card.agreements > 0 && <> {words('rateAnew', { count: card.agreements })}</>}
      </Text>
    </SettingDialog>
  )
}

function RowsProblem({ problem }: { problem: ReactNode }) {
  if (problem === undefined) return null
  return <div className="desk-error">{problem}</div>
}
