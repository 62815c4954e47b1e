import { Anchor } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { PolicyPreview } from '@timedesk/contracts/service-policies'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { paths } from '../../shared/paths.ts'
import { policyQueries, type PolicyPreviewBody } from './queries.ts'
import { usePolicyWords } from './use-policy-words.ts'

const QUIET_MS = 400

/** Which of today's open cases the policy would count for, while it is being written. */
export function PolicyMatches({ body }: { body: PolicyPreviewBody }) {
  const words = usePolicyWords()
  const [settled] = useDebouncedValue(body, QUIET_MS)
  return (
    <Panel title={words('matches')}>
      <QueryFace query={useQuery(policyQueries.preview(settled))} rows={3}>
        {(preview) => <Matches preview={preview} />}
      </QueryFace>
    </Panel>
  )
}

function Matches({ preview: { openCases, wins, changes, taken, lost, cases } }: { preview: PolicyPreview }) {
  const words = usePolicyWords()
  const format = useFormat()
  const nameOf = ({ policy }: PolicyPreview['taken'][number]) => policy?.name ?? words('none')
  return (
    <div className="desk-policy-matches">
      <div role="status">
        <p>
          <strong>{words('matchesOf', { wins: format.number(wins), open: format.number(openCases) })}</strong>
        </p>
        {changes > 0 && <p>{words('changesOf', { count: changes })}</p>}
        {taken.map((row) => (
          <p key={`taken ${row.policy?.id ?? ''}`}>{words('takenFrom', { policy: nameOf(row), count: row.cases })}</p>
        ))}
        {lost.map((row) => (
          <p key={`lost ${row.policy?.id ?? ''}`}>{words('lostTo', { policy: nameOf(row), count: row.cases })}</p>
        ))}
      </div>
      <ul>
        {cases.map((match) => (
          <li key={match.case.id}>
            <Anchor component={Link} to={paths.case(match.case.number)}>
              #{match.case.number} {match.case.subject}
            </Anchor>{' '}
            <span className="desk-quiet">{match.customer}</span>
          </li>
        ))}
      </ul>
      {cases.length < wins && <p className="desk-quiet">{words('more', { count: cases.length })}</p>}
    </div>
  )
}
