import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatchOf } from '@timedesk/client/address'
import { isRefusal } from '@timedesk/client/api-error'
import { getCase, updateCase, type Case } from '@timedesk/contracts/cases'
import { useState } from 'react'

import { client } from '../../shared/client.ts'
import { casePageQueries } from './case-page-queries.ts'
import { coverQueries } from './cover-queries.ts'
import { collides, shownValues, type CaseChanges } from './changes.ts'

/** A change that met another one: what this person wants, what it says now, and the version it says it in. */
export type Conflict = { changes: CaseChanges; mine: string; now: Case }

type Update = { changes: CaseChanges; mine: string; base?: Case }

/**
 * Changes fields of a case. When somebody changed other fields meanwhile the change is repeated on top of theirs;
 * when it is the same field, `conflict` asks the person and nothing is lost.
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
        const now = await client.call(getCase, { params: { caseId: subject.id } })
        if (!collides(update.changes, before, now)) return await send(update, now)
        setConflict({ changes: update.changes, mine: update.mine, now })
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
    theirs: conflict === null ? '' : shownValues(conflict.changes, conflict.now),
    update: (changes: CaseChanges, mine: string, onDone?: () => void) =>
      mutation.mutate({ changes, mine }, { onSuccess: () => onDone?.() }),
    keepMine: () => {
      if (conflict !== null) mutation.mutate({ changes: conflict.changes, mine: conflict.mine, base: conflict.now })
      setConflict(null)
    },
    keepTheirs: () => setConflict(null),
  }
}

export type CaseUpdate = ReturnType<typeof useUpdateCase>
