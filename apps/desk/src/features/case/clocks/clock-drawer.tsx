import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { LoadingState } from '@timedesk/ui/loading-state'

import { QueryFailure } from '../../../shared/problems/query-failure.tsx'
import { besideQueries } from '../beside-queries.ts'
import { ClockCard } from './clock-card.tsx'
import './clocks.css'
import { DeadlineSection } from './deadline-section.tsx'
import { PolicySection } from './policy-section.tsx'
import { useClockWords } from './use-clock-words.ts'

/** The clock ledger: what is promised and why, and every stretch in which a clock ran or stood still. */
export function ClockDrawer({ subject, onClose }: { subject: Case; onClose: () => void }) {
  const words = useClockWords()
  const ledger = useQuery(besideQueries.clocks(subject.id))
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={words('title', { number: subject.number })}>
      {ledger.isPending && <LoadingState rows={6} />}
      {ledger.isError && ledger.data === undefined && (
        <QueryFailure error={ledger.error} onRetry={() => void ledger.refetch()} />
      )}
      {ledger.data !== undefined && (
        <div className="desk-ledger">
          <PolicySection ledger={ledger.data} />
          <DeadlineSection subject={subject} deadline={ledger.data.deadline} />
          <section aria-label={words('clocks')}>
            <h3>{words('clocks')}</h3>
            {ledger.data.clocks.length === 0 && <p className="desk-quiet">{words('noClocks')}</p>}
            {ledger.data.clocks.map((clock) => (
              <ClockCard key={`${clock.clock} ${clock.cycle}`} clock={clock} />
            ))}
          </section>
        </div>
      )}
    </Drawer>
  )
}
