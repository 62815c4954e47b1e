import { listCaseRuns } from '@timedesk/contracts/automation-runs'
import { listCaseAttachments } from '@timedesk/contracts/case-attachments'
import { getCaseLinks } from '@timedesk/contracts/case-links'
import { getCaseChecklist } from '@timedesk/contracts/checklists'

import { client } from '../../shared/client.ts'
import { loadProblemWords } from '../../shared/problems/problem-words.ts'

const RUNS_SHOWN = 5
const FILES_SHOWN = 12

export function readChecklist(caseId: string, signal: AbortSignal) {
  return client.call(getCaseChecklist, { params: { caseId }, signal })
}

export function readLinks(caseId: string, signal: AbortSignal) {
  return client.call(getCaseLinks, { params: { caseId }, signal })
}

export async function readRuns(caseId: string, after: string | undefined, signal: AbortSignal) {
  const query = { limit: RUNS_SHOWN, ...(after !== undefined && { after }) }
  const runs = await client.call(listCaseRuns, { params: { caseId }, query, signal })
  if (runs.data.some(({ refusal }) => refusal !== null)) await loadProblemWords()
  return runs
}

export function readFiles(caseId: string, after: string | undefined, signal: AbortSignal) {
  const query = { limit: FILES_SHOWN, ...(after !== undefined && { after }) }
  return client.call(listCaseAttachments, { params: { caseId }, query, signal })
}
