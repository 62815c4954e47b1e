import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { HoursSection } from '../../shared/terms/hours-section.tsx'
import { OverageSection } from '../../shared/terms/overage-section.tsx'
import { PriceSection } from '../../shared/terms/price-section.tsx'
import { ScopeSection } from '../../shared/terms/scope-section.tsx'
import { TermSection } from '../../shared/terms/term-section.tsx'
import type { TermsDraft } from '../../shared/terms/terms-draft.ts'

type TermsSectionsProps = { form: DraftForm<TermsDraft>; currency: string; customerId: string | null }

/** Every term of an agreement behind its basics, as far as its settlement knows it. */
export function TermsSections({ form, currency, customerId }: TermsSectionsProps) {
  return (
    <>
      <PriceSection form={form} currency={currency} />
      {form.draft.settlement !== 'time_spent' && <OverageSection form={form} currency={currency} />}
      <HoursSection form={form} />
      <ScopeSection form={form} customerId={customerId} />
      <TermSection form={form} />
    </>
  )
}
