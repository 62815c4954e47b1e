import type { Subject } from '../platform/events/append-events.ts'

/** What an event about time is about: its case, else its project, else the person who worked. */
export function subjectOfTime(entry: {
  caseId?: string | null | undefined
  projectId?: string | null | undefined
  customerId: string | null
  employeeId: string
}): Subject {
  const { caseId, projectId, customerId, employeeId } = entry
  const owner = customerId === null ? {} : { customerId }
  if (typeof caseId === 'string') return { kind: 'case', id: caseId, caseId, ...owner }
  if (typeof projectId === 'string') return { kind: 'project', id: projectId, ...owner }
  return { kind: 'employee', id: employeeId }
}
