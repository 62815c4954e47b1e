import type { Case, updateCase } from '@timedesk/contracts/cases'
import { mergeTexts } from '@timedesk/domain/text/merge-texts'
import type { z } from 'zod'

export type CaseChanges = z.input<typeof updateCase.body>

const LINE_LENGTH = 80

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
    const written = longTextOf(change, before, now)
    if (written === null) {
      collisions.push({ change, mine: wordOf(change), theirs, both: null })
      continue
    }
    const both = mergeTexts(written.before, written.mine, written.now)
    if (both.hasConflict) collisions.push({ change, mine: written.mine, theirs, both: written.asChange(both.text) })
    else addChange(merged, written.asChange(both.text))
  }
  return { changes: merged, collisions }
}

type LongText = { before: string; mine: string; now: string; asChange: (text: string) => CaseChanges }

/** The three versions of a long text that a change is about; null where it is about anything else. */
function longTextOf(change: CaseChanges, before: Case, now: Case): LongText | null {
  if (typeof change.resolution === 'string') {
    const asChange = (resolution: string) => ({ resolution })
    return { before: before.resolution, mine: change.resolution, now: now.resolution, asChange }
  }
  const [[id, mine] = []] = Object.entries(change.fields ?? {})
  if (id === undefined || typeof mine !== 'string') return null
  const [was, is] = [textOfField(before, id), textOfField(now, id)]
  if (was === null || is === null || ![was, mine, is].some(isLong)) return null
  return { before: was, mine, now: is, asChange: (text) => ({ fields: { [id]: text } }) }
}

/** The text of a custom field, empty where it has none; null where the field is no text. */
function textOfField({ fields }: Case, fieldId: string): string | null {
  const field = fields.find(({ id }) => id === fieldId)
  if (field === undefined) return ''
  return field.kind === 'text' && typeof field.value === 'string' ? field.value : null
}

/** Of a short text a word of each makes no sense; one is chosen. */
function isLong(text: string): boolean {
  return text.length > LINE_LENGTH || text.includes('\n')
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
