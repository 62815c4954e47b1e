import { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { z } from 'zod'

/** A workflow as it is being changed. */
const WorkflowDraft = z.object({
  name: z.string(),
  isActive: z.boolean(),
  definition: WorkflowDefinition,
  /** Where cases go that stand in a status which is taken out. */
  moves: z.array(z.object({ fromId: z.string(), toId: z.string() })),
})
export type WorkflowDraft = z.infer<typeof WorkflowDraft>

const StoredDraft = z.object({
  /** The version that the draft began from; null for a workflow that is not there yet. */
  version: z.int().nullable(),
  draft: WorkflowDraft,
})
type StoredDraft = z.infer<typeof StoredDraft>

/** Where this tab keeps the draft of a person for a workflow; `new` for one that is not there yet. */
export function draftKey(personId: string, workflowId: string | null): string {
  return `timedesk.workflow.${personId}.${workflowId ?? 'new'}`
}

/** The draft that was left behind; null when there is none that can be read. */
export function readStoredDraft(key: string): StoredDraft | null {
  try {
    const stored = StoredDraft.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'))
    return stored.success ? stored.data : null
  } catch {
    return null
  }
}

/** Keeps a draft in this tab, or forgets it. A browser that refuses keeps none. */
export function storeDraft(key: string, stored: StoredDraft | null): void {
  try {
    if (stored === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(stored))
  } catch {
    // The draft lives on in the page; only leaving it would lose it.
  }
}
