import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import type { ListedCase } from '@timedesk/contracts/work-list'
import { useState } from 'react'

import { useProblem } from '../../shared/problems/use-problem.ts'
import type { Badge } from './grid/aside.ts'
import type { RowDeed } from './row-deeds.ts'

// Most keys of a morning move and open; what changes a case comes with the first change.
const deeds = () => import('./deeds/quick-deeds.ts')

export type RowDeeds = {
  /** The dialog that is open, and for which case. */
  open: { deed: RowDeed; row: ListedCase } | null
  close: () => void
  start: (deed: RowDeed, row: ListedCase | undefined) => void
  setPriority: (level: number, row: ListedCase | undefined) => void
  follow: (row: ListedCase | undefined, badge: Badge | undefined) => void
  /** Tells what fails in a corner of the screen. */
  told: (deed: Promise<void>) => void
}

/** Deeds on one row: some at once, some asked in a dialog. What fails is told, and the row is as it was. */
export function useRowDeeds(): RowDeeds {
  const queryClient = useQueryClient()
  const word = useProblem()
  const [open, setOpen] = useState<RowDeeds['open']>(null)
  const told = (deed: Promise<void>) =>
    void deed.catch((error: unknown) => {
      const { title, detail } = word(error)
      notifications.show({ color: 'red', title, message: detail, autoClose: false })
    })
  return {
    open,
    close: () => setOpen(null),
    start: (deed, row) => {
      if (row !== undefined) setOpen({ deed, row })
    },
    setPriority: (level, row) => {
      if (row !== undefined) told(deeds().then(({ setPriorityLevel }) => setPriorityLevel(queryClient, row, level)))
    },
    follow: (row, badge) => {
      if (row === undefined) return
      told(deeds().then(({ setFollowing }) => setFollowing(queryClient, row, badge?.isFollowed !== true)))
    },
    told,
  }
}
