import { listCaseRuns } from '@timedesk/contracts/automation-runs'
import { getCaseLinks } from '@timedesk/contracts/case-links'
import { getCaseChecklist, type CaseChecklist } from '@timedesk/contracts/checklists'
import { listCaseFields } from '@timedesk/contracts/custom-fields'

import { answer } from './answers.ts'
import { pageOf } from './build.ts'

/** A checklist of two items, of which the first is required; neither is done. */
export function buildChecklist(overrides: Partial<CaseChecklist> = {}): CaseChecklist {
  const open = { doneAt: null, doneByName: null }
  return {
    data: [
      { ...open, id: '01900000-0000-7000-8000-000000000301', text: 'Make a copy of the data', isRequired: true },
      { ...open, id: '01900000-0000-7000-8000-000000000302', text: 'Tell the colleagues', isRequired: false },
    ],
    isDone: false,
    can: { edit: true, loosen: false },
    ...overrides,
  }
}

/** What stands beside a case that has nothing there. */
export const besideAnswers = [
  answer(getCaseLinks, { parent: null, children: [], follows: null, followUps: [] }),
  answer(getCaseChecklist, buildChecklist({ data: [], isDone: true })),
  answer(listCaseRuns, pageOf()),
  answer(listCaseFields, { data: [] }),
]
