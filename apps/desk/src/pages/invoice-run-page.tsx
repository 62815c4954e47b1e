import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'

import { runQueries } from '../features/invoice-runs/queries.ts'
import { RunScreen } from '../features/invoice-runs/run-screen.tsx'
import { QueryFace } from '../shared/lists/query-face.tsx'

const POLL_MS = 1_500

/** An invoice run by its id; read again and again while its drafts are made. */
export function Component() {
  const { runId = '' } = useParams()
  const run = useQuery({
    ...runQueries.one(runId),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MS : false),
  })
  return <QueryFace query={run}>{(found) => <RunScreen key={found.id} run={found} />}</QueryFace>
}
