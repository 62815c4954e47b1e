import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { listSimilarCases, type SimilarCase } from '@timedesk/contracts/search'
import { LoadingState } from '@timedesk/ui/loading-state'
import { StatusPill } from '@timedesk/ui/status-pill'
import { Link } from 'react-router'

import { caseQueries } from '../../../shared/cases/case-queries.ts'
import { client } from '../../../shared/client.ts'
import { paths } from '../../../shared/paths.ts'
import { RailCard } from '../rail-card.tsx'
import './similar.css'
import { useSimilarWords } from './use-similar-words.ts'

const SHOWN = 5
const FRESH_MS = 5 * 60_000

/** Cases that share rare words with this one, and what solved them. */
export function SimilarCard({ subject }: { subject: Case }) {
  const words = useSimilarWords()
  const similar = useQuery({
    queryKey: [...caseQueries.all(), 'similar', subject.id],
    queryFn: ({ signal }) =>
      client.call(listSimilarCases, { params: { caseId: subject.id }, query: { limit: SHOWN }, signal }),
    // Nothing that happens on the case makes others resemble it more.
    staleTime: FRESH_MS,
  })
  return (
    <RailCard title={words('title')}>
      {similar.isPending && <LoadingState rows={2} />}
      {similar.isError && similar.data === undefined && (
        <p className="desk-quiet">
          {words('failed')}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => void similar.refetch()}>
            {words('retry')}
          </Button>
        </p>
      )}
      {similar.data?.data.length === 0 && <p className="desk-quiet">{words('none')}</p>}
      {similar.data !== undefined && similar.data.data.length > 0 && (
        <ul className="desk-similar">
          {similar.data.data.map((one) => (
            <SimilarLine key={one.id} one={one} />
          ))}
        </ul>
      )}
    </RailCard>
  )
}

function SimilarLine({ one: { number, subject, customer, status, solution, words: shared } }: { one: SimilarCase }) {
  const words = useSimilarWords()
  return (
    <li title={words('shared', { words: shared.join(', ') })}>
      <span className="desk-similar-head">
        <Link className="td-focus" to={paths.case(number)}>
          <span className="td-number">#{number}</span> {subject}
        </Link>
        <StatusPill category={status.category} color={status.color} label={status.name} />
      </span>
      <span className="desk-quiet">{customer.name}</span>
      {solution !== '' && <span className="desk-similar-solution">{solution}</span>}
    </li>
  )
}
