import type { Agreement } from '@timedesk/contracts/agreements'
import { useFormat } from '@timedesk/ui/format'

import { Balance } from '../../shared/cover/balance.tsx'
import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import { useAgreementWords } from './use-agreement-words.ts'

/** What is left today of what was paid ahead; nothing for time spent. */
export function AgreementBalance({ agreement: { settlement, balance, heading, currency } }: { agreement: Agreement }) {
  const words = useAgreementWords()
  const coverWords = useCoverWords()
  const format = useFormat()
  if (settlement === 'time_spent') return null
  return (
    <Panel title={words('balance')}>
      {balance === null ? (
        <span className="desk-quiet">{words('nothingPrepaid')}</span>
      ) : (
        <div className="desk-balance-wide">
          <Balance label={words('balanceOf', { name: heading })} currency={currency} {...balance}>
            {balance.expiresOn === null ? undefined : coverWords('until', { day: format.workDate(balance.expiresOn) })}
          </Balance>
        </div>
      )}
    </Panel>
  )
}
