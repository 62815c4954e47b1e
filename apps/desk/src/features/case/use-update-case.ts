import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatchOf } from '@timedesk/client/address'
import { isRefusal } from '@timedesk/client/api-error'
import { getCase, updateCase, type Case } from '@timedesk/contracts/cases'
import { useState } from 'react'

import { client } from '../../shared/client.ts'
import { casePageQueries } from './case-page-queries.ts'
import { coverQueries } from './cover-queries.ts'
import type { CaseChanges, Collision } from './changes.ts'

// Two who change the same are few.
const meeting = () => import('./changes.ts')

function readCase(caseId: string): Promise<Case> {
  return client.call(getCase, { params: { caseId } })
}

/** A change that met another one: what is still to be decided, and the version it is said in. */
export type Conflict = { collisions: readonly Collision[]; decided: CaseChanges; mine: string; now: Case }

type Update = { changes: CaseChanges; mine: string; base?: Case }

/**
 * Changes fields of a case. When somebody changed other fields meanwhile, or other places of a long text, the change is
 * made on top of theirs; of a field that both changed `conflict` asks the person, and nothing is lost.
 */
export function useUpdateCase(subject: Case) {
  const queryClient = useQueryClient()
  const [conflict, setConflict] = useState<Conflict | null>(null)

  const send = ({ changes }: Update, version: Case) =>
    client.call(updateCase, {
      params: { caseId: subject.id },
      body: changes,
      headers: { ifMatch: ifMatchOf(version) },
    })

  const mutation = useMutation({
    mutationFn: async (update: Update) => {
      const before = update.base ?? subject
      try {
        return await send(update, before)
      } catch (error) {
        if (!isRefusal(error, 'stale_version')) throw error
        const [now, { mergeChanges }] = await Promise.all([readCase(subject.id), meeting()])
        const { changes, collisions } = mergeChanges(update.changes, before, now)
        if (collisions.length === 0) return await send({ ...update, changes }, now)
        setConflict({ collisions, decided: changes, mine: update.mine, now })
        return now
      }
    },
    onSuccess: async (changed) => {
      queryClient.setQueryData(casePageQueries.detail(String(subject.number)).queryKey, changed)
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: casePageQueries.timelines(subject.id) }),
        queryClient.invalidateQueries({ queryKey: coverQueries.ofCase(subject.id).queryKey }),
      ])
    },
  })

  return {
    error: mutation.error,
    isPending: mutation.isPending,
    conflict,
    /** `base` is the case as it was when a form was opened: what others changed since is met, not written over. */
    update: (changes: CaseChanges, mine: string, onDone?: () => void, base?: Case) =>
      mutation.mutate({ changes, mine, ...(base && { base }) }, { onSuccess: () => onDone?.() }),
    /** Decides the first of what collided; null keeps theirs. What was decided is sent with the last of them. */
    decide: async (change: CaseChanges | null) => {
      if (conflict === null) return
      const { addChange } = await meeting()
      const [, ...others] = conflict.collisions
      const decided = { ...conflict.decided }
      if (change !== null) addChange(decided, change)
      if (others.length > 0) {
        setConflict({ ...conflict, collisions: others, decided })
        return
      }
      setConflict(null)
      if (Object.keys(decided).length > 0)
        mutation.mutate({ changes: decided, mine: conflict.mine, base: conflict.now })
    },
  }
}

export type CaseUpdate = ReturnType<typeof useUpdateCase>
