import type { ExtranetPool } from '@timedesk/contracts/extranet-agreements'
import { useFormat } from '@timedesk/ui/format'
import { useId } from 'react'
import { today } from '../../shared/today.ts'
import './agreements.css'
import { levelOf, runsOut } from './standing.ts'
import { useAgreementsWords } from './use-agreements-words.ts'
import { leftWords, poolWords, unitWords } from './word-agreement.ts'

type PoolBalanceProps = {
  pool: ExtranetPool
  /** Shows the price too. */
  withPrice?: boolean
}

/** A voucher or quota: what is left of it, in words and as a bar, and how long it lasts. */
export function PoolBalance({ pool, withPrice = false }: PoolBalanceProps) {
  const words = useAgreementsWords()
  const format = useFormat()
  const speech = { words, format }
  const nameId = useId()
  const { available, granted, state, price } = pool
  const isOver = state === 'expired' || state === 'cancelled'
  const balance =
    available === null || granted === null || pool.unit === 'unlimited' || state === 'ordered' || isOver
      ? null
      : { available, granted }

  return (
    <div className="ex-pool" data-over={isOver || undefined}>
      <div className="ex-pool-head">
        <span id={nameId} className="ex-pool-name">
          {poolWords(speech, pool)}
        </span>
        {state !== 'active' && (
          <span className="ex-state" data-state={state}>
            {words(state)}
          </span>
        )}
      </div>
      {pool.unit === 'unlimited' && !isOver && <p className="ex-pool-left">{words('unlimited')}</p>}
      {balance !== null && (
        <>
          <p className="ex-pool-left">{leftWords(speech, pool, balance)}</p>
          <BalanceBar balance={balance} nameId={nameId} text={leftWords(speech, pool, balance)} />
        </>
      )}
      <p className="ex-pool-facts">
        {balance !== null && (
          <span>{words('used', { units: unitWords(speech, pool, balance.granted - balance.available) })}</span>
        )}
        <PoolLife pool={pool} />
        {withPrice && price !== null && <span>{words('price', { amount: format.money(price) })}</span>}
      </p>
    </div>
  )
}

type BalanceBarProps = { balance: { available: number; granted: number }; nameId: string; text: string }

function BalanceBar({ balance, nameId, text }: BalanceBarProps) {
  const { share, kind } = levelOf(balance)
  return (
    <div
      className="ex-bar"
      role="meter"
      aria-labelledby={nameId}
      aria-valuemin={0}
      aria-valuemax={balance.granted}
      aria-valuenow={balance.available}
      aria-valuetext={text}
      data-level={kind}
    >
      <span style={{ width: `${String(share * 100)}%` }} />
    </div>
  )
}

/** From when and until when it can be used, and when it runs out before that. */
function PoolLife({ pool }: { pool: ExtranetPool }) {
  const words = useAgreementsWords()
  const format = useFormat()
  const { validFrom, expiresOn, state } = pool
  if (state === 'cancelled') return null
  if (state === 'expired') {
    return expiresOn === null ? null : <span>{words('lastDay', { day: format.workDate(expiresOn) })}</span>
  }
  return (
    <>
      {runsOut(pool) && <span>{words('runsOut', { day: format.workDate(pool.emptyOn) })}</span>}
      {validFrom > today() && <span>{words('usableFrom', { day: format.workDate(validFrom) })}</span>}
      {expiresOn !== null && <span>{words('usableUntil', { day: format.workDate(expiresOn) })}</span>}
    </>
  )
}
