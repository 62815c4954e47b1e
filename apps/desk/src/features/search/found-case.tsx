import type { Excerpt, FoundCase as Found } from '@timedesk/contracts/search'
import { Highlight } from '@timedesk/ui/highlight'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { StatusPill } from '@timedesk/ui/status-pill'
import { Link } from 'react-router'

import { paths } from '../../shared/paths.ts'
import { useSearchWords } from './use-search-words.ts'

/** A case that was found: what it is, and where the words stand in it; an excerpt leads to its message. */
export function FoundCase({ found }: { found: Found }) {
  const words = useSearchWords()
  const { number, subject, customer, contact, status, responsible, lastActivityAt, excerpts } = found
  return (
    <li className="desk-found">
      <div className="desk-found-head">
        <Link className="desk-found-subject td-focus" to={paths.case(number)}>
          <span className="td-number">#{number}</span> <Highlight of={subject} />
        </Link>
        <StatusPill category={status.category} color={status.color} label={status.name} />
      </div>
      <p className="desk-found-facts">
        <span>{customer.name}</span>
        {contact !== null && <span>{contact.name}</span>}
        <span>{responsible?.name ?? words('nobody')}</span>
        <RelativeTime at={lastActivityAt} />
      </p>
      {excerpts.length > 0 && (
        <ul className="desk-found-excerpts">
          {excerpts.map((excerpt) => (
            <FoundExcerpt
              key={`${excerpt.in} ${excerpt.itemId ?? ''} ${excerpt.text}`}
              excerpt={excerpt}
              number={number}
            />
          ))}
        </ul>
      )}
    </li>
  )
}

function FoundExcerpt({ excerpt, number }: { excerpt: Excerpt; number: number }) {
  const words = useSearchWords()
  const { itemId, by } = excerpt
  const name = words(`in_${excerpt.in}`)
  const place = by === null || by === '' ? name : words('by', { place: name, name: by })
  return (
    <li>
      {itemId === null ? (
        <span className="desk-found-place">{place}</span>
      ) : (
        <Link className="desk-found-place td-focus" to={`${paths.case(number)}#item-${itemId}`}>
          {place}
        </Link>
      )}
      <span>
        <Highlight of={excerpt} />
      </span>
    </li>
  )
}
