import type { MergeSide } from '@timedesk/contracts/case-merges'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { StatusPill } from '@timedesk/ui/status-pill'

import { useMergeWords } from './use-merge-words.ts'

/** Both cases beside each other: the one that ends here, and the one that goes on. */
export function MergeSides({ source, survivor }: { source: MergeSide; survivor: MergeSide }) {
  const words = useMergeWords()
  return (
    <div className="desk-merge-sides">
      <Side title={words('goesAway')} side={source} />
      <Side title={words('goesOn')} side={survivor} />
    </div>
  )
}

function Side({ title, side }: { title: string; side: MergeSide }) {
  const words = useMergeWords()
  const { number, subject, status, contact } = side
  return (
    <section aria-label={`${title}: #${number}`} className="desk-merge-side">
      <p className="desk-quiet">{title}</p>
      <h3>
        <span className="td-number">#{number}</span> {subject}
      </h3>
      <StatusPill category={status.category} color={status.color} label={status.name} />
      <dl>
        <div>
          <dt>{words('contact')}</dt>
          <dd>{contact?.name ?? words('noContact')}</dd>
        </div>
        <div>
          <dt>{words('responsible')}</dt>
          <dd>{useResponsible(side)}</dd>
        </div>
        <div>
          <dt>{words('agreement')}</dt>
          <dd>{useAgreement(side)}</dd>
        </div>
      </dl>
      <ul aria-label={words('beginning')}>
        {side.beginning.map(({ id, kind, at, authorName, excerpt }) => (
          <li key={id} data-kind={kind}>
            <span className="desk-quiet">
              {authorName} · {kind === 'note' && `${words('note')} · `}
              <RelativeTime at={at} />
            </span>
            <span>{excerpt}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who answers for a case, in words. */
export function useResponsible({ responsible, department }: MergeSide): string {
  const words = useMergeWords()
  return responsible?.name ?? words('queue', { department: department.name })
}

/** What pays for work on a case, in words. */
export function useAgreement({ agreement, isOutsideContract }: MergeSide): string {
  const words = useMergeWords()
  return isOutsideContract ? words('outsideContract') : (agreement?.name ?? words('whicheverFits'))
}
