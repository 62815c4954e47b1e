import { Anchor } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Condition } from '@timedesk/contracts/conditions'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { paths } from '../../shared/paths.ts'
import { automationQueries } from './queries.ts'
import { useAutomationWords } from './use-automation-words.ts'

const QUIET_MS = 400
const VALUELESS: readonly string[] = ['isEmpty', 'isNotEmpty']

/** How many of the last cases the conditions match, while they are being written. */
export function RuleMatches({ conditions }: { conditions: readonly Condition[] }) {
  const words = useAutomationWords()
  const format = useFormat()
  // Those that nobody has filled in yet say nothing.
  const asked = conditions.filter(({ op, values }) => VALUELESS.includes(op) || values.some((value) => value !== ''))
  const [settled] = useDebouncedValue(asked, QUIET_MS)
  return (
    <Panel title={words('matches')}>
      <QueryFace query={useQuery(automationQueries.matches(settled))} rows={3}>
        {({ matches, of, isCut, examples }) => (
          <>
            <p role="status">
              <strong>{words('matchesOf', { matches: format.number(matches), cases: format.number(of) })}</strong>
            </p>
            {isCut && <p className="desk-quiet desk-small">{words('cut', { cases: format.number(of) })}</p>}
            <ul className="desk-rule-cases">
              {examples.map(({ id, number, subject }) => (
                <li key={id}>
                  <Anchor component={Link} inherit to={paths.case(number)}>
                    #{number} {subject}
                  </Anchor>
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryFace>
    </Panel>
  )
}
