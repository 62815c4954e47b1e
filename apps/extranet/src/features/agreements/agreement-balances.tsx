import type { ExtranetAgreement, ExtranetPool } from '@timedesk/contracts/extranet-agreements'
import './agreements.css'
import { PoolBalance } from './pool-balance.tsx'
import { isHidden } from './standing.ts'
import { useAgreementsWords } from './use-agreements-words.ts'

type AgreementBalancesProps = {
  agreement: ExtranetAgreement
  pools: readonly ExtranetPool[]
  withPrice?: boolean
}

/**
 * The vouchers or quotas of an agreement. Says so in a sentence where there is none, or where one is kept back although
 * the others are shown; that none is shown at all is for the page to say, once.
 */
export function AgreementBalances({ agreement, pools, withPrice = false }: AgreementBalancesProps) {
  const words = useAgreementsWords()
  const { settlement, state } = agreement

  if (pools.length === 0) {
    if (state === 'ended' || settlement === 'time_spent' || isWithoutWork(agreement)) return null
    return <p className="ex-plain">{words(settlement === 'voucher' ? 'noPool' : 'noQuota')}</p>
  }
  return (
    <div className="ex-pools">
      {pools.map((pool) => (
        <PoolBalance key={pool.id} pool={pool} withPrice={withPrice} />
      ))}
      {agreement.shows.balances && pools.some((pool) => isHidden(pool)) && (
        <p className="ex-plain">{words('balanceHidden')}</p>
      )}
    </div>
  )
}

/** A subscription that never included any work. */
function isWithoutWork({ settlement, pools }: ExtranetAgreement): boolean {
  return settlement === 'subscription' && pools.length === 0
}
