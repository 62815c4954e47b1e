import { Alert, Button, TextInput } from '@mantine/core'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'

import { errorInside } from '../../shared/forms/error-inside.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { FormSection } from '../../shared/terms/form-section.tsx'
import { HoursSection } from '../../shared/terms/hours-section.tsx'
import { LotFields } from '../../shared/terms/lot-fields.tsx'
import { OverageSection } from '../../shared/terms/overage-section.tsx'
import { PlanSection } from '../../shared/terms/plan-section.tsx'
import { currencyOf } from '../../shared/terms/preview/ground.ts'
import { TermsPreview } from '../../shared/terms/preview/terms-preview.tsx'
import { useGround } from '../../shared/terms/preview/use-ground.ts'
import { PriceSection } from '../../shared/terms/price-section.tsx'
import { ScopeSection } from '../../shared/terms/scope-section.tsx'
import { SettlementCards } from '../../shared/terms/settlement-cards.tsx'
import { useTermsWords } from '../../shared/terms/use-terms-words.ts'
import { SimulationResult } from './simulation-result.tsx'
import { wireSimulation, type Tried, type TriedLot } from './tried.ts'
import { useSimulate } from './use-simulate.ts'
import { useSimulatorWords } from './use-simulator-words.ts'

type SimulatorBenchProps = { customer: Reference; months: number; began: Tried }

/** The terms that are tried, and what they would have made. A refusal keeps what was written. */
export function SimulatorBench({ customer, months, began }: SimulatorBenchProps) {
  const words = useSimulatorWords()
  const termsWords = useTermsWords()
  const ground = useGround(customer.id)
  const currency = currencyOf(ground)
  const simulation = useSimulate()
  const form = useDraftForm(began.terms, errorInside(simulation.error, 'draft'))
  const [lot, setLot] = useState<TriedLot>(began.lot)
  const [lines, setLines] = useState(began.lines)
  const lotFields = useFields<TriedLot>(lot, setLot, errorInside(simulation.error, 'voucher'))
  const { draft } = form
  const { settlement } = draft
  const tried: Tried = { agreementId: began.agreementId, terms: draft, lot, lines }
  const body = wireSimulation(tried, began, { customerId: customer.id, months, currency, heading: words('heading') })
  const isStale = simulation.data !== undefined && JSON.stringify(body) !== JSON.stringify(simulation.variables)

  return (
    <form
      aria-busy={simulation.isPending}
      onSubmit={(event) => {
        event.preventDefault()
        if (!simulation.isPending) simulation.mutate(body)
      }}
    >
      <FormProblem error={simulation.error} names={['draft', 'voucher', 'lines']} />
      <div className="desk-simulator-run">
        <Button type="submit" loading={simulation.isPending}>
          {words(simulation.data === undefined ? 'run' : 'runAgain')}
        </Button>
        {isStale && <Alert color="yellow">{words('stale')}</Alert>}
      </div>
      {simulation.data !== undefined && <SimulationResult simulation={simulation.data} />}
      <h2 className="desk-simulator-title">{words('terms')}</h2>
      <div className="desk-simulator-terms">
        <div>
          <section className="desk-panel" aria-label={termsWords('settlement')}>
            <SettlementCards value={settlement} onChange={(settled) => form.set({ settlement: settled })} />
          </section>
          {settlement === 'voucher' && (
            <FormSection title={termsWords('lot')}>
              <LotFields fields={lotFields} currency={currency} isBrief />
              <TextInput
                label={words('validMonths')}
                description={words('validMonthsHint')}
                inputMode="numeric"
                autoComplete="off"
                {...lotFields.text('validMonths')}
              />
            </FormSection>
          )}
          {settlement === 'subscription' && (
            <PlanSection
              lines={lines}
              currency={currency}
              errorAt={(place) => errorInside(simulation.error, 'lines', place)}
              onChange={setLines}
            />
          )}
          <PriceSection form={form} currency={currency} />
          {settlement !== 'time_spent' && <OverageSection form={form} currency={currency} withThresholds={false} />}
          <HoursSection form={form} />
          <ScopeSection form={form} customerId={customer.id} />
        </div>
        <div className="desk-simulator-preview">
          <TermsPreview draft={draft} bought={{ lot, lines }} ground={ground} />
        </div>
      </div>
    </form>
  )
}
