import { rateEntry } from '@timedesk/domain/agreements/rate-entry'
import { amountText, parseAmount } from '@timedesk/domain/money/money'
import { useFormat } from '@timedesk/ui/format'

import { useAgreementWords } from './use-agreement-words.ts'

const EXAMPLE_MINUTES = 22

type AgreementExampleProps = { rate: string; increment: number; minimum: number; currency: string }

/** What the agreement makes of a bit of work, by the engine that will price the real one. */
export function AgreementExample({ rate, increment, minimum, currency }: AgreementExampleProps) {
  const words = useAgreementWords()
  const format = useFormat()
  const ratePerHour = parseAmount(rate.trim().replace(',', '.'))
  const isWhole = Number.isInteger(increment) && increment >= 1 && Number.isInteger(minimum) && minimum >= 0
  const rated =
    ratePerHour !== null && ratePerHour >= 0 && isWhole
      ? rateEntry({
          actual: EXAMPLE_MINUTES,
          isBillable: true,
          agreement: { ratePerHour, increment, minimum },
          companyRatePerHour: null,
        })
      : null

  const amount = rated?.amount ?? null

  return (
    <p className="desk-example" role="status">
      <strong>{words('exampleLabel')}</strong>{' '}
      {amount === null
        ? words('exampleMissing')
        : words('example', {
            minutes: EXAMPLE_MINUTES,
            billable: rated?.billableMinutes ?? 0,
            amount: format.money({ amount: amountText(amount), currency }),
          })}
    </p>
  )
}
