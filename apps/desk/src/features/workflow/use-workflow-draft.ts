import type { Workflow } from '@timedesk/contracts/workflows'
import { useEffect, useState } from 'react'

import { useMe } from '../../shared/session/use-me.ts'
import { beginHistory, isSameDraft, redo, undo, write, type History } from './draft-history.ts'
import { draftKey, readStoredDraft, storeDraft, type WorkflowDraft } from './stored-draft.ts'

type Definition = WorkflowDraft['definition']

export type WorkflowEditor = {
  draft: WorkflowDraft
  /** The version that the draft began from; null for a workflow that is not there yet. */
  version: number | null
  isChanged: boolean
  canUndo: boolean
  canRedo: boolean
  change: (changes: Partial<WorkflowDraft>, kind?: string) => void
  /** Changes the definition; edits of the same `kind` in a row are one step. */
  edit: (edit: (definition: Definition) => Definition, kind?: string) => void
  undo: () => void
  redo: () => void
  /** Forgets the draft and begins from this one. */
  begin: (from: WorkflowDraft, version: number | null) => void
}

type Begun = { history: History<WorkflowDraft>; version: number | null; from: WorkflowDraft }

export function draftOfWorkflow({ name, isActive, definition }: Workflow): WorkflowDraft {
  return { name, isActive, definition, moves: [] }
}

/** The draft of a workflow, with its steps, kept in this tab until it is saved or dropped. */
export function useWorkflowDraft(
  workflowId: string | null,
  saved: WorkflowDraft,
  version: number | null,
): WorkflowEditor {
  const key = draftKey(useMe().id, workflowId)
  const [begun, setBegun] = useState<Begun>(() => beginFrom(key, saved, version))
  const { history, from } = begun
  const isChanged = !isSameDraft(history.present, from)
  // Who has changed nothing sees what others save.
  if (!isChanged && begun.version !== version) setBegun({ history: beginHistory(saved), version, from: saved })

  useEffect(() => {
    storeDraft(key, isChanged ? { version: begun.version, draft: history.present } : null)
  }, [key, isChanged, begun.version, history.present])

  const step = (next: (history: History<WorkflowDraft>) => History<WorkflowDraft>) =>
    setBegun((before) => ({ ...before, history: next(before.history) }))
  return {
    draft: history.present,
    version: begun.version,
    isChanged,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (changes, kind) => step((now) => write(now, { ...now.present, ...changes }, kind)),
    edit: (edit, kind) => step((now) => write(now, { ...now.present, definition: edit(now.present.definition) }, kind)),
    undo: () => step(undo),
    redo: () => step(redo),
    begin: (next, nextVersion) => {
      // At once: what follows may leave the page before it is drawn again.
      storeDraft(key, null)
      setBegun({ history: beginHistory(next), version: nextVersion, from: next })
    },
  }
}

/** What was left behind goes on; an undo leads back to what is saved. */
function beginFrom(key: string, saved: WorkflowDraft, version: number | null): Begun {
  const stored = readStoredDraft(key)
  if (stored === null) return { history: beginHistory(saved), version, from: saved }
  return { history: beginHistory(stored.draft, [saved]), version: stored.version, from: saved }
}
