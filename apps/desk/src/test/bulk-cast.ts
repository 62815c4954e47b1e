import type { BulkAction } from '@timedesk/contracts/bulk-actions'

import { ids } from './build.ts'

/** A plan of three cases, one of which is left out. */
export function buildBulk(overrides: Partial<BulkAction> = {}): BulkAction {
  return {
    id: ids.message,
    state: 'planned',
    changes: [{ kind: 'priority', priorityId: ids.priority }],
    names: [{ id: ids.priority, name: 'High' }],
    cases: 3,
    done: 3,
    plan: {
      ...{ changed: 2, unchanged: 0, refused: 1 },
      groups: [
        {
          ...{ code: 'status_move_refused', cases: 1, errors: [] },
          examples: [
            {
              case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' },
              detail: 'No such move.',
              errors: [],
            },
          ],
        },
      ],
    },
    result: null,
    otherwise: 0,
    undo: null,
    isUndoable: true,
    undoUntil: null,
    plannedAt: '2026-03-02T09:00:00.000Z',
    committedAt: null,
    endedAt: null,
    failure: null,
    can: { commit: true, undo: false },
    ...overrides,
  }
}

/** The same once it was carried out. */
export function buildDoneBulk(overrides: Partial<BulkAction> = {}): BulkAction {
  const planned = buildBulk()
  return {
    ...planned,
    state: 'done',
    result: planned.plan,
    committedAt: '2026-03-02T09:00:01.000Z',
    endedAt: '2026-03-02T09:00:02.000Z',
    undoUntil: '2026-03-02T09:00:32.000Z',
    can: { commit: false, undo: true },
    ...overrides,
  }
}
