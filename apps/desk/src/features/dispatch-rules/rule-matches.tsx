import { Anchor } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Condition } from '@timedesk/contracts/conditions'
import type { ConditionMatches } from '@timedesk/contracts/dispatch-rules'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { dispatchRuleQueries } from '../../shared/dispatch/dispatch-rule-queries.ts'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { paths } from '../../shared/paths.ts'
import './dispatch-rules.css'
import { isAskable } from './rule-draft.ts'
import { useRuleWords } from './use-rule-words.ts'

const QUIET_MS = 400

/** Which cases of the last days the conditions match, while they are being written. */
export function RuleMatches({ conditions }: { conditions: readonly Condition[] }) {
  const words = useRuleWords()
  const [settled] = useDebouncedValue(conditions, QUIET_MS)
  return (
    <Panel title={words('matches')}>
      {isAskable(conditions) && isAskable(settled) ? (
        <Matches conditions={settled} />
      ) : (
        <p className="desk-quiet">{words('unfinished')}</p>
      )}
    </Panel>
  )
}

function Matches({ conditions }: { conditions: readonly Condition[] }) {
  const query = useQuery(dispatchRuleQueries.matches([...conditions]))
  return (
    <div className="desk-rule-matches" aria-busy={query.isPlaceholderData}>
      <QueryFace query={query} rows={3}>
        {(found) => <Found found={found} />}
      </QueryFace>
    </div>
  )
}

function Found({ found: { matches, of, isCut, examples } }: { found: ConditionMatches }) {
  const words = useRuleWords()
  const format = useFormat()
  const figures = { matches: format.number(matches), of: format.number(of) }
  return (
    <>
      <p role="status">
        <strong>{of === 0 ? words('matchesNone') : words('matchesOf', { ...figures, count: of })}</strong>
      </p>
      {isCut && <p>{words('cut', figures)}</p>}
      <p className="desk-quiet desk-small">{words('matchesHint')}</p>
      {examples.length > 0 && (
        <ul aria-label={words('latest')}>
          {examples.map(({ id, number, subject }) => (
            <li key={id}>
              <Anchor component={Link} to={paths.case(number)}>
                #{number} {subject}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
