import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Lane, TimelineCounts } from '@timedesk/contracts/dialogue'

import { casePageQueries } from '../case-page-queries.ts'
import { useLogWords } from './use-log-words.ts'

export const LANES = ['all', 'dialogue', 'internal', 'time', 'changes'] as const
export type LaneChoice = (typeof LANES)[number]

export const LANE_WORDS = {
  all: 'laneAll',
  dialogue: 'laneDialogue',
  internal: 'laneInternal',
  time: 'laneTime',
  changes: 'laneChanges',
} as const

/** More than this stands as this and a plus. */
const COUNT_MAX = 99

/** What the API is asked for: nothing in particular means everything. */
export function lanesOf(choice: LaneChoice): Lane[] {
  return choice === 'all' ? [] : [choice]
}

type LanesProps = { caseId: string; lane: LaneChoice; onLane: (lane: LaneChoice) => void }

/** The kinds of things that the log holds, each with how many there are; a press shows only those. */
export function Lanes({ caseId, lane, onLane }: LanesProps) {
  const words = useLogWords()
  const { data: counts } = useQuery(casePageQueries.counts(caseId))
  const shown = LANES.filter((name) => name !== 'time' || counts?.time !== null)
  return (
    <div className="desk-lanes">
      <SegmentedControl
        aria-label={words('lanes')}
        size="xs"
        value={lane}
        data={shown.map((name) => ({
          value: name,
          label: <LaneName name={words(LANE_WORDS[name])} count={countOf(name, counts)} />,
        }))}
        onChange={(chosen) => onLane(LANES.find((name) => name === chosen) ?? 'all')}
      />
    </div>
  )
}

function LaneName({ name, count }: { name: string; count: number | null }) {
  return (
    <>
      {name}{' '}
      {count !== null && (
        <span className="desk-lane-count td-number">{count > COUNT_MAX ? `${COUNT_MAX}+` : count}</span>
      )}
    </>
  )
}

function countOf(name: LaneChoice, counts: TimelineCounts | undefined): number | null {
  return counts === undefined || name === 'all' ? null : counts[name]
}
