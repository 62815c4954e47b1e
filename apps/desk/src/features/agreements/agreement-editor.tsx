import { Button, Group } from '@mantine/core'
import type { Agreement } from '@timedesk/contracts/agreements'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'

import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { FormSection } from '../../shared/terms/form-section.tsx'
import { emptyLine, type LineDraft } from '../../shared/terms/line-draft.ts'
import { emptyLot, type LotDraft } from '../../shared/terms/lot-draft.ts'
import { LotFields } from '../../shared/terms/lot-fields.tsx'
import { PlanSection } from '../../shared/terms/plan-section.tsx'
import { currencyOf } from '../../shared/terms/preview/ground.ts'
import { TermsPreview } from '../../shared/terms/preview/terms-preview.tsx'
import { useGround } from '../../shared/terms/preview/use-ground.ts'
import { SettlementCards } from '../../shared/terms/settlement-cards.tsx'
import { emptyTerms } from '../../shared/terms/terms-draft.ts'
import { useTermsWords } from '../../shared/terms/use-terms-words.ts'
import { BasicsSection } from './basics-section.tsx'
import { CreationProblem } from './creation-problem.tsx'
import { EditorForm } from './editor-form.tsx'
import { TermsSections } from './terms-sections.tsx'
import { useAgreementWords } from './use-agreement-words.ts'
import { useCreateAgreement } from './use-create-agreement.ts'

type AgreementEditorProps = { customer: Reference | null; onCreated: (agreement: Agreement) => void }

/**
 * Makes an agreement of any settlement in one go, with the voucher or the plan that belongs to it, and shows what it
 * means in money while it is written. What was refused keeps its draft; what is made already is not made again.
 */
export function AgreementEditor({ customer, onCreated }: AgreementEditorProps) {
  const words = useAgreementWords()
  const termsWords = useTermsWords()
  const [chosen, setChosen] = useState(customer)
  const ground = useGround(chosen?.id ?? null)
  const creation = useCreateAgreement()
  const [empty] = useState(() => emptyTerms(ground.today, 'time_spent'))
  const form = useDraftForm(empty, creation.errorAt(-1))
  const [lot, setLot] = useState<LotDraft>(emptyLot)
  const [lines, setLines] = useState<LineDraft[]>([emptyLine])
  const lotFields = useFields(lot, setLot, creation.errorAt(0))
  const currency = currencyOf(ground)
  const { draft } = form
  const { settlement } = draft
  const isMade = creation.agreement !== null

  const create = (state: 'draft' | 'active') => {
    if (creation.isPending || chosen === null) return
    creation.mutate({ customerId: chosen.id, currency, draft, state, lot, lines }, { onSuccess: onCreated })
  }
  const sold = (
    <>
      {settlement === 'voucher' && (
        <FormSection title={termsWords('lot')} text={termsWords('lotText')}>
          <LotFields fields={lotFields} currency={currency} />
        </FormSection>
      )}
      {settlement === 'subscription' && (
        <PlanSection
          lines={lines}
          currency={currency}
          done={creation.done}
          errorAt={creation.errorAt}
          onChange={setLines}
        />
      )}
    </>
  )

  return (
    <EditorForm
      isBusy={creation.isPending}
      error={creation.error}
      preview={<TermsPreview draft={draft} bought={{ lot, lines }} ground={ground} />}
      onSubmit={() => create('active')}
      problem={<CreationProblem creation={creation} names={form.names} settlement={settlement} />}
      actions={
        <Group justify="flex-end">
          {!isMade && (
            <>
              <span className="desk-editor-hint desk-quiet desk-small">
                {words(settlement === 'voucher' ? 'draftLot' : 'draftText')}
              </span>
              <Button
                variant="default"
                disabled={chosen === null || creation.isPending}
                onClick={() => create('draft')}
              >
                {words('createDraft')}
              </Button>
            </>
          )}
          <Button type="submit" disabled={chosen === null} loading={creation.isPending}>
            {words(isMade ? 'goOn' : 'createActive')}
          </Button>
        </Group>
      }
    >
      <fieldset className="desk-fieldset" disabled={isMade}>
        <section className="desk-panel" aria-label={termsWords('settlement')}>
          <SettlementCards isFinal value={settlement} onChange={(settled) => form.set({ settlement: settled })} />
        </section>
        <BasicsSection
          form={form}
          customer={
            customer === null && (
              <CustomerPicker label={words('customer')} required value={chosen} onChange={setChosen} />
            )
          }
        />
      </fieldset>
      {sold}
      <fieldset className="desk-fieldset" disabled={isMade}>
        <TermsSections form={form} currency={currency} customerId={chosen?.id ?? null} />
      </fieldset>
    </EditorForm>
  )
}
