import type { Case, updateCase } from '@timedesk/contracts/cases'
import { mergeTexts } from '@timedesk/domain/text/merge-texts'
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

/** A field that somebody else changed too. */
export type Collision = {
  /** The change of this field alone. */
  change: CaseChanges
  /** What this person wants, in their words; null where only the whole change has them. */
  mine: string | null
  theirs: string
  /** A text in which both changes stand; null where the field is no text. */
  both: CaseChanges | null
}

/**
 * What comes of a change that met another one, field by field. Fields that nobody else touched stay as they are meant; a
 * long text that both changed in other places is merged; the rest collides and is the person's to decide.
 */
export function mergeChanges(
  changes: CaseChanges,
  before: Case,
  now: Case,
): { changes: CaseChanges; collisions: Collision[] } {
  const merged: CaseChanges = {}
  const collisions: Collision[] = []
  for (const change of fieldByField(changes)) {
    const [read] = readersOf(change)
    if (read === undefined || read(before) === read(now)) {
      addChange(merged, change)
      continue
    }
    const theirs = read(now) ?? '–'
    const text = change.resolution
    if (typeof text !== 'string') {
      collisions.push({ change, mine: wordOf(change), theirs, both: null })
      continue
    }
    const both = mergeTexts(before.resolution, text, now.resolution)
    if (both.hasConflict) collisions.push({ change, mine: text, theirs, both: { resolution: both.text } })
    else addChange(merged, { resolution: both.text })
  }
  return { changes: merged, collisions }
}

/** Adds one change to others. */
export function addChange(changes: CaseChanges, more: CaseChanges): void {
  const fields = { ...changes.fields, ...more.fields }
  Object.assign(changes, more, Object.keys(fields).length > 0 && { fields })
}

function fieldByField({ fields = {}, keepsDue, ...others }: CaseChanges): CaseChanges[] {
  const due = keepsDue === undefined ? {} : { keepsDue }
  return [
    ...Object.entries(others).map(([name, value]): CaseChanges => ({ ...due, [name]: value })),
    ...Object.entries(fields).map(([id, value]): CaseChanges => ({ fields: { [id]: value } })),
  ]
}

/** A change in words where its value has them; ids have none. */
function wordOf({ subject, externalReference, product, tags }: CaseChanges): string | null {
  return subject ?? externalReference ?? product ?? tags?.join(', ') ?? null
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
