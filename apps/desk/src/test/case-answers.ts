import { listCaseRuns } from '@timedesk/contracts/automation-runs'
import { listCaseAttachments } from '@timedesk/contracts/case-attachments'
import { getCaseAttention } from '@timedesk/contracts/case-attention'
import { listCaseBadges } from '@timedesk/contracts/case-badges'
import { getCaseLinks, type CaseLinks } from '@timedesk/contracts/case-links'
import { listCaseParticipants } from '@timedesk/contracts/case-participants'
import { getCase, markCaseRead } from '@timedesk/contracts/cases'
import { getCaseChecklist, type CaseChecklist } from '@timedesk/contracts/checklists'
import { getCaseClocks } from '@timedesk/contracts/clocks'
import { getContact } from '@timedesk/contracts/contacts'
import { listCaseContextCards } from '@timedesk/contracts/case-context-cards'
import { getCaseCover } from '@timedesk/contracts/cover'
import { listCaseFields } from '@timedesk/contracts/custom-fields'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { getTimelineCounts, listTimeline } from '@timedesk/contracts/dialogue'
import { listSimilarCases } from '@timedesk/contracts/search'
import { listSideConversations } from '@timedesk/contracts/side-conversations'
import { listCaseDrafts } from '@timedesk/contracts/drafts'
import { announcePresence, getCasePresence, leaveCase } from '@timedesk/contracts/presence'

import { answer, refuse } from './answers.ts'
import { buildCase, buildMessage, pageOf } from './build.ts'

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

/** A case that is linked to nothing. */
export const noLinks: CaseLinks = {
  ...{ parent: null, children: [], follows: null, followUps: [], original: null, duplicates: [] },
  ...{ blocks: [], blockedBy: [], related: [], problem: null, incidents: [] },
}

/** What stands beside a case that has nothing there. */
export const besideAnswers = [
  answer(getCaseLinks, noLinks),
  answer(listCaseParticipants, { data: [] }),
  answer(listCaseAttachments, pageOf()),
  answer(listSideConversations, { data: [] }),
  answer(listCaseContextCards, { data: [] }),
  answer(listSimilarCases, { data: [] }),
  answer(listCaseBadges, { data: [] }),
  answer(getCaseAttention, { followers: [], isFollowing: false, isMuted: false, snoozedUntil: null }),
  answer(getTimelineCounts, { dialogue: 1, internal: 0, time: 0, changes: 0, attachments: 0 }),
  answer(getCaseChecklist, buildChecklist({ data: [], isDone: true })),
  answer(getCaseClocks, { policy: null, others: [], deadline: null, clocks: [] }),
  answer(listCaseRuns, pageOf()),
  answer(listCaseFields, { data: [] }),
  answer(listCaseDrafts, { data: [], scheduled: [] }),
  answer(getCasePresence, { data: [] }),
  answer(announcePresence, { data: [] }),
  answer(leaveCase, null),
]

/** A case with one message, and nothing beside it: neither its customer, its contact nor its cover may be seen. */
export const caseAnswers = [
  ...besideAnswers,
  answer(getCase, buildCase()),
  answer(listTimeline, pageOf(buildMessage())),
  answer(markCaseRead, null),
  refuse(getCustomerCard, 'permission_denied'),
  refuse(getContact, 'permission_denied'),
  refuse(getCaseCover, 'permission_denied'),
]
