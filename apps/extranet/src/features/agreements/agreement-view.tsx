import { Anchor } from '@mantine/core'
import type { ExtranetAgreement } from '@timedesk/contracts/extranet-agreements'
import { useFormat } from '@timedesk/ui/format'
import { PageHeader } from '@timedesk/ui/page-header'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Facts } from '../../shared/facts.tsx'
import { paths } from '../../shared/paths.ts'
import { today } from '../../shared/today.ts'
import { useDocumentTitle } from '../../shared/use-document-title.ts'
import { AgreementBalances } from './agreement-balances.tsx'
import { AgreementPart } from './agreement-part.tsx'
import { AgreementPeriods } from './agreement-periods.tsx'
import './agreements.css'
import { presentPools } from './standing.ts'
import { Statement } from './statement.tsx'
import { useAgreementsWords } from './use-agreements-words.ts'
import { VoucherOrders } from './voucher-orders.tsx'
import { overageWords, settlementWords, spanWords, stateWords } from './word-agreement.ts'

/** An agreement: what it is, what is left, the statement, its periods and its terms. */
export function AgreementView({ agreement }: { agreement: ExtranetAgreement }) {
  const words = useAgreementsWords()
  useDocumentTitle(agreement.heading)
  const overage = overageWords(words, agreement)
  const present = presentPools(agreement)
  const measured = agreement.pools.filter(({ unit }) => unit !== 'unlimited')

  return (
    <div className="ex-page">
      <PageHeader
        back={
          <Anchor component={Link} to={paths.agreements} className="ex-back">
            <IconArrowLeft size={15} stroke={1.8} aria-hidden="true" /> {words('back')}
          </Anchor>
        }
        title={agreement.heading}
        text={agreement.state === 'suspended' ? words('suspendedText') : settlementWords(words, agreement)}
      />
      <div className="ex-agreement-page">
        <div className="ex-agreement-main">
          {agreement.settlement !== 'time_spent' && (present.length > 0 || overage !== null) && (
            <AgreementPart title={words('balances')}>
              <AgreementBalances agreement={agreement} pools={present} withPrice />
              {!agreement.shows.balances && <p className="ex-plain">{words('balancesHidden')}</p>}
              {overage !== null && <p className="ex-overage">{overage}</p>}
            </AgreementPart>
          )}
          {agreement.settlement === 'voucher' && <VoucherOrders agreement={agreement} />}
          {measured.length > 0 && (
            <AgreementPart title={words('statement')}>
              <Statement agreement={agreement} pools={measured} />
            </AgreementPart>
          )}
          {agreement.periods.length > 0 && (
            <AgreementPart title={words('periods')}>
              <AgreementPeriods agreement={agreement} />
            </AgreementPart>
          )}
          {agreement.terms !== '' && (
            <AgreementPart title={words('terms')}>
              <p className="ex-terms">{agreement.terms}</p>
            </AgreementPart>
          )}
        </div>
        <AgreementFacts agreement={agreement} />
      </div>
    </div>
  )
}

function AgreementFacts({ agreement }: { agreement: ExtranetAgreement }) {
  const words = useAgreementsWords()
  const format = useFormat()
  const day = today()
  const facts: [label: string, value: ReactNode][] = [
    [
      words('state'),
      <span key="state" className="ex-state" data-state={agreement.state}>
        {stateWords({ words, format }, agreement, day)}
      </span>,
    ],
    [words('kind'), words(agreement.settlement)],
    [words('valid'), spanWords({ words, format }, agreement, day)],
    [words('number'), agreement.number],
    [words('poNumber'), agreement.poNumber],
  ]

  return <Facts label={words('about')} facts={facts} />
}
