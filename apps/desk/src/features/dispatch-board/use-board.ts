import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { DispatchBoard } from '@timedesk/contracts/dispatch-board'
import { useState } from 'react'

import { useLiveBursts } from '../../shared/live/live-provider.tsx'
import { renewInPlace } from './place-case.ts'
import { boardQueries } from './queries.ts'

const BURST_DELAY_MS = 800

/** The board, kept true while it is looked at: rows stay in their places, and new ones are counted until asked for. */
export function useBoard(departmentId: string | undefined) {
  const queryClient = useQueryClient()
  const query = useQuery(boardQueries.board(departmentId))
  const [arrived, setArrived] = useState({ departmentId, count: 0 })
  const { queryKey } = boardQueries.board(departmentId)

  const compare = async () => {
    const now = await queryClient.query(boardQueries.now(departmentId)).catch(() => undefined)
    const shown = queryClient.getQueryData<DispatchBoard>(queryKey)
    if (now === undefined || shown === undefined) return
    const renewed = renewInPlace(shown, now)
    queryClient.setQueryData(queryKey, renewed.board)
    setArrived({ departmentId, count: renewed.arrived })
  }
  useLiveBursts(
    ({ caseId }) => caseId !== null,
    () => void compare(),
    BURST_DELAY_MS,
  )

  return {
    query,
    arrived: arrived.departmentId === departmentId ? arrived.count : 0,
    showArrived: () => {
      setArrived({ departmentId, count: 0 })
      void queryClient.invalidateQueries({ queryKey })
    },
  }
}
