import { KEPT_BECAUSE_CHANGED } from '@timedesk/contracts/bulk-actions'
import type { FieldValue } from '@timedesk/contracts/custom-fields'
import { isSame, textOf, type CaseThings, type ChangedThings, type Step, type Thing } from './case-things.ts'

/** What a case is to hold again, and the steps to be taken off its checklist. */
export type Restoration = Partial<Omit<CaseThings, 'checklist'>> & { stepIds?: string[] }

/** A thing that stays as it is, and why. */
export type Kept = { thing: string; code: string }

export type UndoPlan = { restore: Restoration; kept: Kept[] }

/**
 * What undoing puts back on a case as it is now: each thing that the action changed, unless it was changed since. Of
 * tags and steps of a checklist each is a thing by itself, so whatever others added or took stays as they left it; so
 * is each custom field.
 */
export function planUndo({ before, after }: ChangedThings, now: CaseThings): UndoPlan {
  const restore: Restoration = {}
  const kept: Kept[] = []
  for (const thing of Object.keys(after) as Thing[]) {
    if (thing === 'tags') restoreTags(restore, before, after, now)
    else if (thing === 'fields') kept.push(...restoreFields(restore, before, after, now))
    else if (thing === 'checklist') kept.push(...restoreSteps(restore, before, after, now))
    else if (isSame(thing, now, after)) Object.assign(restore, { [thing]: before[thing] })
    else if (!isSame(thing, now, before)) kept.push({ thing, code: KEPT_BECAUSE_CHANGED })
  }
  return { restore, kept }
}

type Looks = Partial<CaseThings>

function restoreTags(restore: Restoration, { tags: before = [] }: Looks, { tags: after = [] }: Looks, now: CaseThings) {
  const taken = before.filter((tag) => !after.includes(tag) && !now.tags.includes(tag))
  const given = after.filter((tag) => !before.includes(tag))
  const isUntouched = textOf(now.tags) === textOf(after)
  const wanted = isUntouched ? before : [...now.tags.filter((tag) => !given.includes(tag)), ...taken]
  if (textOf(wanted) !== textOf(now.tags)) restore.tags = wanted
}

/** A field without a value is not among the values. */
function restoreFields(restore: Restoration, before: Looks, after: Looks, now: CaseThings): Kept[] {
  const was = before.fields ?? {}
  const became = after.fields ?? {}
  const held = (values: Record<string, FieldValue>, id: string) => textOf(values[id])
  const touched = [...new Set([...Object.keys(was), ...Object.keys(became)])].filter(
    (id) => held(was, id) !== held(became, id),
  )
  const own = touched.filter((id) => held(now.fields, id) === held(became, id))
  if (own.length > 0) restore.fields = Object.fromEntries(own.map((id) => [id, was[id] ?? null]))
  return touched
    .filter((id) => !own.includes(id) && held(now.fields, id) !== held(was, id))
    .map((id) => ({ thing: `field:${id}`, code: KEPT_BECAUSE_CHANGED }))
}

/** Steps that came are taken off again, but for those that somebody ticked or changed; the rest was there before. */
function restoreSteps(restore: Restoration, before: Looks, after: Looks, now: CaseThings): Kept[] {
  const had = new Set((before.checklist ?? []).map(({ id }) => id))
  const came = (after.checklist ?? []).filter(({ id }) => !had.has(id))
  const present = came.filter(({ id }) => now.checklist.some((step) => step.id === id))
  const isAsItCame = (step: Step) => now.checklist.some(({ id, mark }) => id === step.id && mark === step.mark)
  const stepIds = present.filter(isAsItCame).map(({ id }) => id)
  if (stepIds.length > 0) restore.stepIds = stepIds
  return stepIds.length === present.length ? [] : [{ thing: 'checklist', code: KEPT_BECAUSE_CHANGED }]
}
