import type { Case, updateCase } from '@timedesk/contracts/cases'
import type { z } from 'zod'

export type CaseChanges = z.input<typeof updateCase.body>

/** The value of each changeable field, to tell whether two versions of a case agree on it. */
const valueOf: { [Field in keyof CaseChanges]-?: (subject: Case) => string | null } = {
  subject: ({ subject }) => subject,
  contactId: ({ contact }) => contact?.name ?? null,
  typeId: ({ type }) => type?.name ?? null,
  priorityId: ({ priority }) => priority.name,
  projectId: ({ project }) => project?.name ?? null,
  agreementId: ({ agreement }) => agreement?.name ?? null,
  isOutsideContract: ({ isOutsideContract }) => (isOutsideContract ? '✓' : null),
  deadline: ({ deadline }) => deadline,
  externalReference: ({ externalReference }) => externalReference,
  product: ({ product }) => product,
  tags: ({ tags }) => tags.join(', '),
}

/** What the fields of a change say on a case, for a person. */
export function shownValues(changes: CaseChanges, subject: Case): string {
  return fieldsOf(changes)
    .map((field) => valueOf[field](subject) ?? '–')
    .join(', ')
}

/** Whether somebody else changed one of the very fields that a change is about. */
export function collides(changes: CaseChanges, before: Case, now: Case): boolean {
  return fieldsOf(changes).some((field) => valueOf[field](before) !== valueOf[field](now))
}

function fieldsOf(changes: CaseChanges): (keyof CaseChanges)[] {
  return Object.keys(changes) as (keyof CaseChanges)[]
}
