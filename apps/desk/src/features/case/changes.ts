import type { Case, updateCase } from '@timedesk/contracts/cases'
import type { z } from 'zod'

export type CaseChanges = z.input<typeof updateCase.body>

type Read = (subject: Case) => string | null

/** The value of each changeable field, to tell whether two versions of a case agree on it. */
const valueOf: { [Field in keyof Omit<CaseChanges, 'fields' | 'keepsDue'>]-?: Read } = {
  subject: ({ subject }) => subject,
  contactId: ({ contact }) => contact?.name ?? null,
  typeId: ({ type }) => type?.name ?? null,
  priorityId: ({ priority }) => priority.name,
  projectId: ({ project }) => project?.name ?? null,
  agreementId: ({ agreement }) => agreement?.name ?? null,
  isOutsideContract: ({ isOutsideContract }) => (isOutsideContract ? '✓' : null),
  externalReference: ({ externalReference }) => externalReference,
  product: ({ product }) => product,
  resolution: ({ resolution }) => resolution,
  estimateMinutes: ({ estimateMinutes }) => (estimateMinutes === null ? null : String(estimateMinutes)),
  tags: ({ tags }) => tags.join(', '),
}

/** What the fields of a change say on a case, for a person. */
export function shownValues(changes: CaseChanges, subject: Case): string {
  return readersOf(changes)
    .map((read) => read(subject) ?? '–')
    .join(', ')
}

/** Whether somebody else changed one of the very fields that a change is about. */
export function collides(changes: CaseChanges, before: Case, now: Case): boolean {
  return readersOf(changes).some((read) => read(before) !== read(now))
}

/** How to read each field that a change is about; custom fields one by one, so that two people may fill in two. */
function readersOf(changes: CaseChanges): Read[] {
  const { fields = {}, ...others } = changes
  const known = Object.keys(others).filter((name): name is keyof typeof valueOf => Object.hasOwn(valueOf, name))
  return [...known.map((name) => valueOf[name]), ...Object.keys(fields).map(readerOfField)]
}

function readerOfField(fieldId: string): Read {
  return (subject) => subject.fields.find(({ id }) => id === fieldId)?.label ?? null
}
