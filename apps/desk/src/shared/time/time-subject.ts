import type { TimeEntry } from '@timedesk/contracts/time'

/** What time is on: a case or a project, by the name people know; null is internal time. */
export type TimeSubject = { kind: 'case' | 'project'; id: string; name: string; number?: number | undefined } | null

/** The subject as the fields of a request. */
export function subjectFields(subject: TimeSubject, taskId?: string | null) {
  if (subject === null) return {}
  if (subject.kind === 'case') return { caseId: subject.id }
  return { projectId: subject.id, ...(typeof taskId === 'string' && { taskId }) }
}

/** The subject as a change of it: what it is not any more is cleared. */
export function subjectChange(subject: TimeSubject, taskId: string | null) {
  return {
    caseId: subject?.kind === 'case' ? subject.id : null,
    projectId: subject?.kind === 'project' ? subject.id : null,
    taskId: subject?.kind === 'project' ? taskId : null,
  }
}

export function subjectOf({ case: supportCase, project }: Pick<TimeEntry, 'case' | 'project'>): TimeSubject {
  if (supportCase !== null) {
    const { id, number } = supportCase
    return { kind: 'case', id, name: caseName(supportCase), number }
  }
  return project === null ? null : { kind: 'project', id: project.id, name: project.name }
}

export function caseName({ number, subject }: { number: number; subject: string }): string {
  return `#${number} ${subject}`
}
