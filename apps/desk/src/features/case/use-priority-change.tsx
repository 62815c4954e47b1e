import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy, useState, type ReactNode } from 'react'

import { settingQueries } from '../../shared/settings/setting-queries.ts'
import type { CaseUpdate } from './use-update-case.ts'

const KeepsDueDialog = lazy(async () => ({
  default: (await import('./clocks/keeps-due-dialog.tsx')).KeepsDueDialog,
}))

export type PriorityChange = {
  all: readonly { id: string; name: string; level: number; isActive: boolean }[]
  choose: (priorityId: string) => void
  dialog: ReactNode
}

/** Changes the priority; where a policy promises something, the person says first whether that follows (R77). */
export function usePriorityChange(subject: Case, update: CaseUpdate): PriorityChange {
  const [askedId, setAskedId] = useState<string | null>(null)
  const { data: all = [] } = useQuery(settingQueries.priorities())
  const { due } = subject
  const change = (priorityId: string, keepsDue: boolean) => {
    setAskedId(null)
    const name = all.find(({ id }) => id === priorityId)?.name ?? ''
    update.update({ priorityId, ...(keepsDue && { keepsDue }) }, name)
  }
  return {
    all,
    choose: (priorityId) => {
      if (priorityId === subject.priority.id) return
      // A deadline by hand stays whatever the priority is.
      if (due === null || due.isByHand) change(priorityId, false)
      else setAskedId(priorityId)
    },
    dialog: askedId !== null && (
      <LazyPart fallback={<HoldKeys />}>
        <KeepsDueDialog onChoose={(keepsDue) => change(askedId, keepsDue)} onClose={() => setAskedId(null)} />
      </LazyPart>
    ),
  }
}
