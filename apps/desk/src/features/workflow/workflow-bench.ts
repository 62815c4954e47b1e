import type { CaseStatus } from '@timedesk/contracts/case-settings'
import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { createContext, use } from 'react'

import type { Chosen, PlacedProblem } from './place-problems.ts'
import type { WorkflowEditor } from './use-workflow-draft.ts'

/** What drawing, table and panels of one workflow share. */
type WorkflowBench = {
  editor: WorkflowEditor
  /** Every status of the company. */
  statuses: readonly CaseStatus[]
  fields: readonly CustomField[]
  problems: readonly PlacedProblem[]
  /** What the side panel is about; null: the workflow itself. */
  chosen: Chosen | null
  choose: (chosen: Chosen | null) => void
  mayWrite: boolean
}

export const WorkflowBenchContext = createContext<WorkflowBench | null>(null)

export function useBench(): WorkflowBench {
  const bench = use(WorkflowBenchContext)
  if (bench === null) throw new Error('Only below a workflow is there one to look at.')
  return bench
}
