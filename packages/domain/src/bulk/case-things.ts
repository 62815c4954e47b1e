import type { FieldValue } from '@timedesk/contracts/custom-fields'

/** Who has a case. */
export type Holder = { departmentId: string; responsibleId: string | null }

/** A step of a checklist; `mark` is another one as soon as anybody has changed it. */
export type Step = { id: string; mark: string }

/** Where a case stands, with the moments that go with it, as ISO text. */
export type Standing = { statusId: string; solvedAt: string | null; closedAt: string | null; reopenedCount: number }

/** `muted`: unfollowed by hand, so that nothing makes them follow again. */
export type Following = 'none' | 'muted' | 'following'

/**
 * What a case holds that a bulk action may change, on purpose or on the way. Moments are ISO text. The last three are
 * of the person who acts.
 */
export type CaseThings = {
  status: Standing
  priority: string
  type: string | null
  assignment: Holder
  tags: string[]
  estimate: number | null
  resolution: string
  fields: Record<string, FieldValue>
  checklist: Step[]
  snooze: string | null
  follow: Following
  read: string | null
}
export type Thing = keyof CaseThings

/** The things that were changed, as they were and as they became. */
export type ChangedThings = { before: Partial<CaseThings>; after: Partial<CaseThings> }

/** What differs between two looks at a case; null: nothing. */
export function changedThings(before: CaseThings, after: CaseThings): ChangedThings | null {
  const things = (Object.keys(before) as Thing[]).filter((thing) => !isSame(thing, before, after))
  if (things.length === 0) return null
  return { before: pick(before, things), after: pick(after, things) }
}

/** Whether a thing is in both as far as people see it: the moments of a status are none of its own. */
export function isSame(thing: Thing, one: Partial<CaseThings>, other: Partial<CaseThings>): boolean {
  if (thing === 'status') return one.status?.statusId === other.status?.statusId
  return textOf(one[thing]) === textOf(other[thing])
}

function pick(things: CaseThings, names: readonly Thing[]): Partial<CaseThings> {
  return Object.fromEntries(names.map((name) => [name, things[name]]))
}

/** The same for the same value, in whatever order its members stand. */
export function textOf(value: unknown): string {
  return JSON.stringify(value ?? null, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  )
}
