import type { CaseStatus } from '@timedesk/contracts/case-settings'
import type { StatusCategory, StatusColor } from '@timedesk/contracts/case-status'
import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import type { Workflow, WorkflowPreview, WorkflowVersion } from '@timedesk/contracts/workflows'

import { ids, mette } from './build.ts'

export const workflowIds = {
  workflow: '01900000-0000-7000-8000-000000000301',
  fresh: '01900000-0000-7000-8000-000000000302',
  closed: '01900000-0000-7000-8000-000000000303',
  testing: '01900000-0000-7000-8000-000000000304',
} as const

const AT = '2026-03-02T09:15:00.000Z'

export function buildStatus(id: string, name: string, category: StatusCategory, color: StatusColor): CaseStatus {
  return {
    ...{ id, name, category, color },
    pausesClock: false,
    customerWording: null,
    position: 1,
    isActive: true,
    version: 3,
  }
}

export const statuses: CaseStatus[] = [
  buildStatus(workflowIds.fresh, 'New', 'new', 'blue'),
  buildStatus(ids.open, 'Open', 'open', 'teal'),
  buildStatus(workflowIds.testing, 'Testing', 'open', 'orange'),
  buildStatus(ids.solved, 'Solved', 'solved', 'green'),
  buildStatus(workflowIds.closed, 'Closed', 'closed', 'gray'),
]

function move(fromId: string, toId: string): WorkflowDefinition['transitions'][number] {
  return { fromId, toId, who: [], requires: [], gates: [] }
}

/** New → Open → Solved → Closed, and back from there to Open. */
export const definition: WorkflowDefinition = {
  statusIds: [workflowIds.fresh, ids.open, ids.solved, workflowIds.closed],
  transitions: [
    move(workflowIds.fresh, ids.open),
    move(ids.open, ids.solved),
    move(ids.solved, workflowIds.closed),
    move(ids.solved, ids.open),
    move(workflowIds.closed, ids.open),
  ],
  silence: [],
  reopenDays: 30,
}

export const workflow: Workflow = {
  ...{ id: workflowIds.workflow, name: 'Standard', isDefault: true, isActive: true, definition, comment: '' },
  ...{ savedAt: AT, savedByName: mette.name, types: [], cases: 12, version: 3 },
}

const references = statuses.map(({ id, name, category, color }) => ({ id, name, category, color }))

export const preview: WorkflowPreview = {
  ...{ problems: [], cases: 12, removed: [], stuck: [], statuses: references },
  transitions: { added: [], removed: [], changed: [] },
}

/** The second version had no way back from Closed. */
export const versions: WorkflowVersion[] = [
  {
    ...{ number: 3, name: 'Standard', definition, comment: 'Reopening', savedAt: AT },
    savedByName: mette.name,
    statuses: references,
  },
  {
    ...{ number: 2, name: 'Standard', comment: '', savedAt: AT, savedByName: 'Karen Bech', statuses: references },
    definition: { ...definition, transitions: definition.transitions.slice(0, 4) },
  },
]
