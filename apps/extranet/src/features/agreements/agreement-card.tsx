import { Anchor } from '@mantine/core'
import type { ExtranetAgreement } from '@timedesk/contracts/extranet-agreements'
import { useFormat } from '@timedesk/ui/format'
import { IconArrowRight } from '@tabler/icons-react'
import { useId } from 'react'
import { Link } from 'react-router'
import { agreementPath } from '../../shared/paths.ts'
import { today } from '../../shared/today.ts'
import { AgreementBalances } from './agreement-balances.tsx'
import './agreements.css'
import { presentPeriods, presentPools } from './standing.ts'
import { useAgreementsWords } from './use-agreements-words.ts'
import { daysWords, overageWords, periodWords, settlementWords, spanWords, stateWords } from './word-agreement.ts'

/** An agreement in the list: what it is, what is left of it, and what comes after. */
export function AgreementCard({ agreement }: { agreement: ExtranetAgreement }) {
  const words = useAgreementsWords()
  const format = useFormat()
  const speech = { words, format }
  const headingId = useId()
  const day = today()
  const overage = overageWords(words, agreement)

  return (
    <article className="ex-agreement" aria-labelledby={headingId} data-state={agreement.state}>
      <header className="ex-agreement-head">
        <h2 id={headingId}>
          <Link className="td-focus" to={agreementPath(agreement.id)}>
            {agreement.heading}
          </Link>
        </h2>
        <span className="ex-state" data-state={agreement.state}>
          {stateWords(speech, agreement, day)}
        </span>
        <p className="ex-agreement-facts">
          <span>{words(agreement.settlement)}</span>
          <span>{spanWords(speech, agreement, day)}</span>
        </p>
      </header>
      {agreement.state !== 'ended' && (
        <>
          <div className="ex-agreement-body">
            <div className="ex-agreement-words">
              <p>{agreement.state === 'suspended' ? words('suspendedText') : settlementWords(words, agreement)}</p>
              {overage !== null && <p>{overage}</p>}
            </div>
            <AgreementBalances agreement={agreement} pools={presentPools(agreement)} />
          </div>
          <PresentPeriods agreement={agreement} day={day} />
        </>
      )}
      <Anchor component={Link} to={agreementPath(agreement.id)} size="sm" className="ex-agreement-more">
        {words('openAgreement')}
        <IconArrowRight size={15} stroke={1.8} aria-hidden="true" />
      </Anchor>
    </article>
  )
}

function PresentPeriods({ agreement, day }: { agreement: ExtranetAgreement; day: string }) {
  const words = useAgreementsWords()
  const format = useFormat()
  const periods = presentPeriods(agreement, day)
  if (periods.length === 0) return null

  return (
    <section className="ex-periods" aria-label={words('periods')}>
      <ul>
        {periods.map((period) => (
          <li key={period.id}>
            <span>{daysWords({ words, format }, period)}</span>
            <span className="ex-periods-what">{periodWords(words, period)}</span>
            {period.amount !== null && <span className="td-number">{format.money(period.amount)}</span>}
          </li>
        ))}
      </ul>
      {!agreement.shows.money && <p className="ex-plain">{words('amountsHidden')}</p>}
    </section>
  )
}
