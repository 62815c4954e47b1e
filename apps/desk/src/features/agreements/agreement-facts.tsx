import type { Agreement } from '@timedesk/contracts/agreements'
import { useFormat } from '@timedesk/ui/format'

import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { Facts, type Fact } from '../../shared/panels/facts.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { ofMode, ScopeList } from '../../shared/terms/scope-section.tsx'
import { useTermsWords } from '../../shared/terms/use-terms-words.ts'
import './agreements.css'
import { useAgreementWords } from './use-agreement-words.ts'

/** What was agreed: price, rounding, surcharges, what happens beyond the cover, and for how long. */
export function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const words = useAgreementWords()
  return (
    <>
      <Panel title={words('facts')}>
        <Facts facts={useTermFacts(agreement)} />
      </Panel>
      <Panel title={words('scope')}>
        <ScopeWords agreement={agreement} />
      </Panel>
      <Panel title={words('terms')}>
        <p className={agreement.terms === '' ? 'desk-agreement-terms desk-quiet' : 'desk-agreement-terms'}>
          {agreement.terms === '' ? words('noTerms') : agreement.terms}
        </p>
      </Panel>
    </>
  )
}

function ScopeWords({ agreement: { scope } }: { agreement: Agreement }) {
  const words = useAgreementWords()
  const termsWords = useTermsWords()
  if (scope.length === 0) return <p className="desk-scope-list">{words('scopeAll')}</p>
  return (
    <div className="desk-scopes">
      <ScopeList title={termsWords('only')} choices={ofMode(scope, 'include')} />
      <ScopeList title={termsWords('not')} choices={ofMode(scope, 'exclude')} />
    </div>
  )
}

function useTermFacts(agreement: Agreement): Fact[] {
  const words = useAgreementWords()
  const coverWords = useCoverWords()
  const termsWords = useTermsWords()
  const format = useFormat()
  const { validFrom, validTo, settlement, ratePerHour, rateCard, incrementMinutes, minimumMinutes } = agreement
  const { overagePolicy, overageRate, thresholds, owner, poNumber, roundingScope } = agreement
  const isRounded = incrementMinutes > 1 || minimumMinutes > 0
  const rounding = words('roundingWords', { increment: incrementMinutes, minimum: minimumMinutes })
  const policy = coverWords(`policy_${overagePolicy}`)
  const isPrepaid = settlement !== 'time_spent'
  return [
    {
      label: words('validity'),
      value: `${format.workDate(validFrom)} – ${validTo === null ? words('openEnd') : format.workDate(validTo)}`,
    },
    { label: words('rate'), value: ratePerHour === null ? null : format.money(ratePerHour) },
    ...(rateCard === null ? [] : [{ label: words('rateCard'), value: rateCard.name }]),
    {
      label: words('rounding'),
      value: isRounded ? `${rounding}. ${termsWords(`scopeText_${roundingScope}`)}` : words('asWorked'),
    },
    { label: words('billable'), value: words(agreement.isBillable ? 'yes' : 'no') },
    { label: words('afterHours'), value: useSurcharges(agreement) },
    ...(isPrepaid
      ? [
          {
            label: words('overage'),
            value: overageRate === null ? policy : words('overageAt', { policy, rate: format.money(overageRate) }),
          },
          { label: words('thresholds'), value: thresholds.map((percent) => format.percent(percent)).join(', ') },
        ]
      : []),
    ...useTermLength(agreement),
    { label: words('owner'), value: owner?.name ?? null },
    { label: words('po'), value: poNumber },
  ]
}

function useSurcharges({ afterHours }: Agreement): string {
  const words = useAgreementWords()
  const format = useFormat()
  const { policy, calendar, factor, weekendFactor, holidayFactor } = afterHours
  if (policy === 'none') return words('afterHoursNone')
  const parts = [words(`afterHours_${policy}`, { factor: format.factor(factor), calendar: calendar?.name ?? '' })]
  if (weekendFactor !== null) parts.push(words('weekendFactor', { factor: format.factor(weekendFactor) }))
  if (holidayFactor !== null) parts.push(words('holidayFactor', { factor: format.factor(holidayFactor) }))
  return parts.join('')
}

function useTermLength({ termMonths, renewal, noticeDays, creditsUnused, settlement }: Agreement): Fact[] {
  const words = useAgreementWords()
  const term = termMonths === null ? words('termOpen') : words('termMonths', { count: termMonths })
  return [
    { label: words('term'), value: renewal === 'automatic' ? words('renews', { term }) : term },
    ...(noticeDays > 0 ? [{ label: words('notice'), value: words('noticeDays', { count: noticeDays }) }] : []),
    ...(settlement === 'subscription'
      ? [{ label: words('creditsUnused'), value: words(creditsUnused ? 'yes' : 'noPlain') }]
      : []),
  ]
}
