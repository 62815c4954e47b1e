import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import {
  addChecklistItem,
  applyChecklist,
  orderChecklist,
  removeChecklistItem,
  updateChecklistItem,
  type CaseChecklist,
  type ChecklistItem,
} from '@timedesk/contracts/checklists'
import type { z } from 'zod'

import { client } from '../../../shared/client.ts'
import { useTell } from '../../../shared/deeds/use-tell.ts'
import { besideQueries } from '../beside-queries.ts'
import { casePageQueries } from '../case-page-queries.ts'

export type ItemChanges = z.input<typeof updateChecklistItem.body>

type Deed = {
  run: () => Promise<CaseChecklist>
  /** Said in the corner once it is done. */
  done?: string
  onRefused?: () => void
}

/**
 * The checklist of a case and its deeds, which are done one after the other however fast they come. A tick is on the
 * screen at once and comes back off when it is refused, which is told in the corner.
 */
export function useChecklist(subject: Pick<Case, 'id' | 'number'>) {
  const { id: caseId } = subject
  const queryClient = useQueryClient()
  const tell = useTell()
  const { queryKey } = besideQueries.checklist(caseId)
  const mutationKey = [...queryKey, 'deeds']
  // While more deeds wait, what stands on the screen is ahead of what the API answers to this one.
  const isLast = () => queryClient.isMutating({ mutationKey }) === 1

  const { mutateAsync } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ run }: Deed) => run(),
    onSuccess: (changed, { done }) => {
      if (done !== undefined) tell(done).onSuccess()
      if (isLast()) queryClient.setQueryData(queryKey, changed)
      // Gates of moves wait for the checklist, and the log tells of it.
      void queryClient.invalidateQueries({ queryKey: casePageQueries.detail(String(subject.number)).queryKey })
      void queryClient.invalidateQueries({ queryKey: casePageQueries.timelines(caseId) })
    },
    onError: (error, { onRefused }) => {
      tell('').onError(error)
      onRefused?.()
      return queryClient.invalidateQueries({ queryKey })
    },
  })
  // Why it failed has been told by then.
  const start = (deed: Deed) => mutateAsync(deed).then(undefined, () => undefined)

  const guess = (change: (items: ChecklistItem[]) => ChecklistItem[]) => {
    void queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData<CaseChecklist>(queryKey, (now) => now && { ...now, data: change(now.data) })
  }

  return {
    list: useQuery(besideQueries.checklist(caseId)),
    tick: (itemId: string, isDone: boolean) => {
      const doneAt = isDone ? new Date().toISOString() : null
      guess((items) => items.map((item) => (item.id === itemId ? { ...item, doneAt, doneByName: null } : item)))
      void start({ run: () => client.call(updateChecklistItem, { params: { caseId, itemId }, body: { isDone } }) })
    },
    change: (itemId: string, body: ItemChanges) =>
      void start({ run: () => client.call(updateChecklistItem, { params: { caseId, itemId }, body }) }),
    remove: (itemId: string) =>
      void start({ run: () => client.call(removeChecklistItem, { params: { caseId, itemId } }) }),
    order: (itemIds: string[]) =>
      start({ run: () => client.call(orderChecklist, { params: { caseId }, body: { itemIds } }) }),
    add: (text: string, isRequired: boolean, onRefused: () => void) =>
      void start({
        run: () => client.call(addChecklistItem, { params: { caseId }, body: { text, isRequired } }),
        onRefused,
      }),
    apply: (templateId: string, done: string) =>
      void start({ run: () => client.call(applyChecklist, { params: { caseId }, body: { templateId } }), done }),
  }
}

export type Checklist = ReturnType<typeof useChecklist>
