import type { MergePreview } from '@timedesk/contracts/case-merges'
import { useFormat } from '@timedesk/ui/format'

import { useMergeWords } from './use-merge-words.ts'

const COUNTED = ['messages', 'notes', 'attachments', 'followers', 'timers', 'tombstones'] as const

/** What is seen on the case that goes on, and which contacts see more than before. */
export function MergeCarries({ preview: { source, survivor, carries, readers } }: { preview: MergePreview }) {
  const words = useMergeWords()
  return (
    <>
      <section className="desk-merge-part" aria-labelledby="merge-carries">
        <h3 id="merge-carries">{words('comesAlong', { number: survivor.number })}</h3>
        <ul>
          {COUNTED.filter((what) => carries[what] > 0).map((what) => (
            <li key={what}>{words(what, { count: carries[what] })}</li>
          ))}
          <TimeLine carries={carries} />
        </ul>
        <p className="desk-quiet">{words('stays')}</p>
      </section>
      <section className="desk-merge-part" aria-labelledby="merge-readers">
        <h3 id="merge-readers">{words('whoSees')}</h3>
        {readers.length === 0 && <p className="desk-quiet">{words('nobodyNew')}</p>}
        <ul>
          {readers.map(({ contact, sees }) => (
            <li key={`${contact.id} ${sees}`}>
              {sees === 'survivor'
                ? words('seesSurvivor', { name: contact.name, number: survivor.number })
                : words('seesSource', { name: contact.name, number: source.number })}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function TimeLine({ carries: { minutes, amount } }: { carries: MergePreview['carries'] }) {
  const words = useMergeWords()
  const format = useFormat()
  if (minutes === null || minutes === 0) return null
  const time = format.minutes(minutes)
  return (
    <li>{amount === null ? words('time', { time }) : words('timeWorth', { time, amount: format.money(amount) })}</li>
  )
}
