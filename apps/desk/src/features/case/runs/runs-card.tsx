import { Button } from '@mantine/core'
import { IconBan, IconCircleCheck, IconHandStop } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { AutomationRun } from '@timedesk/contracts/automation-runs'
import type { Case } from '@timedesk/contracts/cases'
import { RelativeTime } from '@timedesk/ui/relative-time'

import { useRunRefusal } from '../../../shared/runs/use-run-refusal.ts'
import { actionName, useRunWords } from '../../../shared/runs/use-run-words.ts'
import { besideQueries } from '../beside-queries.ts'
import { RailCard } from '../rail-card.tsx'
import './runs.css'

const ICONS = { done: IconCircleCheck, refused: IconBan, stopped: IconHandStop } as const

/** Which rules ran on the case, what set them off, and what they did or why not. Nothing where none did. */
export function RunsCard({ subject }: { subject: Case }) {
  const words = useRunWords()
  const runs = useInfiniteQuery(besideQueries.runs(subject.id))
  const shown = runs.data?.pages.flatMap(({ data }) => data) ?? []
  if (shown.length === 0 && !runs.isError) return null
  return (
    <RailCard title={words('title')}>
      {runs.isError && shown.length === 0 && <p className="desk-refusal">{words('failed')}</p>}
      <ol className="desk-runs" aria-label={words('title')}>
        {shown.map((run) => (
          <li key={run.id}>
            <Run run={run} />
          </li>
        ))}
      </ol>
      {runs.hasNextPage && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
        >
          {words('more')}
        </Button>
      )}
    </RailCard>
  )
}

function Run({ run: { rule, at, outcome, cause, depth, actions, refusal } }: { run: AutomationRun }) {
  const words = useRunWords()
  const wordRefusal = useRunRefusal()
  const Icon = ICONS[outcome]
  const because =
    cause.event === null ? (cause.since === null ? null : words(`since_${cause.since}`)) : words(`event_${cause.event}`)
  const before = depth - 1
  return (
    <>
      <span className="desk-run-head" data-outcome={outcome}>
        <Icon size={15} stroke={1.8} role="img" aria-label={words(outcome)} />
        <strong>{rule.name}</strong>
        <span className="desk-quiet">
          <RelativeTime at={at} />
        </span>
      </span>
      {because !== null && <span className="desk-quiet desk-run-line">{because}</span>}
      {before > 0 && <span className="desk-quiet desk-run-line">{words('chain', { count: before })}</span>}
      {actions.map(({ action, value }, index) => (
        <span key={`${index} ${action}`} className="desk-run-line">
          {actionName(action, words)}: {value}
        </span>
      ))}
      {refusal !== null && <span className="desk-run-line desk-run-refusal">{wordRefusal(refusal)}</span>}
    </>
  )
}
