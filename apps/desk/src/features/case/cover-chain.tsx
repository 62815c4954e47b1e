import type { CaseCover } from '@timedesk/contracts/cover'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { Balance } from '../../shared/cover/balance.tsx'
import { isCoverWord, useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { paths } from '../../shared/paths.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { useCaseCoverWords } from './use-case-cover-words.ts'

type Asked = CaseCover['asked'][number]

/** What is asked to pay, one after the other, and what becomes of the rest. */
export function CoverChain({ cover }: { cover: CaseCover }) {
  const words = useCaseCoverWords()
  const { isOutsideContract, asked, passedOver } = cover
  return (
    <>
      {isOutsideContract && <p>{words('outside')}</p>}
      {!isOutsideContract && asked.length === 0 && <p className="desk-quiet">{words('none')}</p>}
      {asked.length > 0 && (
        <ol className="desk-cover-chain" aria-label={words('order')}>
          {asked.map((one) => (
            <li key={one.agreement.id}>
              <AskedAgreement asked={one} cover={cover} />
            </li>
          ))}
        </ol>
      )}
      <Beyond asked={asked} />
      {passedOver.length > 0 && <PassedOver cover={cover} />}
    </>
  )
}

function AskedAgreement({ asked: { agreement, settlement, pools }, cover }: { asked: Asked; cover: CaseCover }) {
  const words = useCaseCoverWords()
  const coverWords = useCoverWords()
  const facts = [
    settlement === 'time_spent' ? words('byHour') : coverWords(`settlement_${settlement}`),
    cover.agreement?.id === agreement.id ? words('chosen') : null,
    settlement !== 'time_spent' && pools.length === 0 ? words('noPool') : null,
  ]
  return (
    <>
      <Link className="desk-rail-lead" to={paths.agreement(agreement.id)}>
        {agreement.name}
      </Link>
      <span className="desk-quiet desk-cover-facts-line">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      {pools.map((pool) => (
        <PoolBalance key={pool.id} pool={pool} cover={cover} />
      ))}
    </>
  )
}

function PoolBalance({ pool, cover }: { pool: Asked['pools'][number]; cover: CaseCover }) {
  const words = useCaseCoverWords()
  const coverWords = useCoverWords()
  const format = useFormat()
  const { company } = useMe()
  const { id, name, kind, unit, granted, available, expiresOn } = pool
  const until = expiresOn === null ? null : coverWords('until', { day: format.workDate(expiresOn) })
  return (
    <div className="desk-balance-wide desk-cover-pool">
      <Balance
        label={words('leftOf', { name })}
        {...{ unit, granted, available, currency: cover.amount?.currency ?? company.currency }}
      >
        {kind === 'voucher' ? <Link to={paths.voucher(id)}>{name}</Link> : name}
        {until !== null && ` · ${until}`}
      </Balance>
    </div>
  )
}

/** What happens when nothing prepaid is left: said only where no agreement charges by the hour. */
function Beyond({ asked }: { asked: readonly Asked[] }) {
  const words = useCaseCoverWords()
  const coverWords = useCoverWords()
  const last = asked.at(-1)
  if (last === undefined || asked.some(({ settlement }) => settlement === 'time_spent')) return null
  if (last.pools.some(({ unit }) => unit === 'unlimited')) return null
  return (
    <p className="desk-quiet">
      {words('beyond', { policy: coverWords(`policy_${last.overagePolicy}`).toLocaleLowerCase() })}
    </p>
  )
}

function PassedOver({ cover: { passedOver } }: { cover: CaseCover }) {
  const words = useCaseCoverWords()
  const coverWords = useCoverWords()
  const wordWhy = (because: string) => {
    const key = `passed_${because}`
    return isCoverWord(key) ? coverWords(key) : because
  }
  return (
    <details className="desk-cover-passed">
      <summary>
        {words('passedOver')} ({passedOver.length})
      </summary>
      <ul>
        {passedOver.map(({ agreement, because }) => (
          <li key={agreement.id}>
            <Link to={paths.agreement(agreement.id)}>{agreement.name}</Link>{' '}
            <span className="desk-quiet">{wordWhy(because)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
