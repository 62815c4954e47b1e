import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ExtranetAgreement } from '@timedesk/contracts/extranet-agreements'
import { useFormat } from '@timedesk/ui/format'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useId } from 'react'
import { Link } from 'react-router'
import { agreementPath, paths } from '../../shared/paths.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import { agreementQueries } from './agreement-queries.ts'
import './agreements.css'
import { PoolBalance } from './pool-balance.tsx'
import { isHidden, presentPools } from './standing.ts'
import { useAgreementsWords } from './use-agreements-words.ts'
import { poolWords } from './word-agreement.ts'

const ROWS_PENDING = 3

/** What is left of each agreement that holds, with the way to its statement; nothing where there is no balance to show. */
export function HomeBalances() {
  const words = useAgreementsWords()
  const headingId = useId()
  const agreements = useQuery(agreementQueries.list())
  const shown = agreements.data?.data.filter(hasBalance) ?? []

  if (agreements.data !== undefined && shown.length === 0) return null
  return (
    <section className="ex-balances" aria-labelledby={headingId}>
      <div className="ex-balances-head">
        <h2 id={headingId}>{words('balances')}</h2>
        <Anchor component={Link} to={paths.agreements} size="sm">
          {words('seeAll')}
        </Anchor>
      </div>
      {agreements.isPending && <LoadingState rows={ROWS_PENDING} />}
      {agreements.isError && agreements.data === undefined && (
        <QueryFailure error={agreements.error} onRetry={() => void agreements.refetch()} />
      )}
      {shown.map((agreement) => (
        <BalanceCard key={agreement.id} agreement={agreement} />
      ))}
    </section>
  )
}

function hasBalance(agreement: ExtranetAgreement): boolean {
  return agreement.state === 'active' && presentPools(agreement).some((pool) => !isHidden(pool))
}

function BalanceCard({ agreement }: { agreement: ExtranetAgreement }) {
  const words = useAgreementsWords()
  const format = useFormat()
  const headingId = useId()
  const pools = presentPools(agreement).filter((pool) => !isHidden(pool))

  return (
    <article className="ex-balance-card" aria-labelledby={headingId}>
      <h3 id={headingId}>
        <Link className="td-focus" to={agreementPath(agreement.id)}>
          {agreement.heading}
        </Link>
      </h3>
      {pools.map((pool) => (
        <div key={pool.id} className="ex-balance-pool">
          <PoolBalance pool={pool} />
          {pool.unit !== 'unlimited' && pool.state !== 'ordered' && (
            <Anchor component={Link} to={agreementPath(agreement.id, pool.id)} size="sm">
              {words('statementOf', { name: poolWords({ words, format }, pool) })}
            </Anchor>
          )}
        </div>
      ))}
    </article>
  )
}
