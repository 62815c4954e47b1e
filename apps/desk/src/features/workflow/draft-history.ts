const STEPS_MAX = 200

/** A draft with what it was before and what was undone. */
export type History<Draft> = {
  past: readonly Draft[]
  present: Draft
  future: readonly Draft[]
  /** What the last edit was of, such as one text; edits of the same thing in a row are one step. */
  kind: string | null
}

/** A draft that nobody has changed; `past` is what an undo leads back to. */
export function beginHistory<Draft>(present: Draft, past: readonly Draft[] = []): History<Draft> {
  return { past, present, future: [], kind: null }
}

/** The history with another draft. An edit that changes nothing is none. */
export function write<Draft>(history: History<Draft>, draft: Draft, kind: string | null = null): History<Draft> {
  const { past, present } = history
  if (isSameDraft(present, draft)) return history
  const isSameStep = kind !== null && kind === history.kind
  return { past: isSameStep ? past : [...past, present].slice(-STEPS_MAX), present: draft, future: [], kind }
}

/** One step back; the same when there is none. */
export function undo<Draft>(history: History<Draft>): History<Draft> {
  const { past, present, future } = history
  const before = past.at(-1)
  if (before === undefined) return history
  return { past: past.slice(0, -1), present: before, future: [present, ...future], kind: null }
}

/** One step forward again; the same when nothing was undone. */
export function redo<Draft>(history: History<Draft>): History<Draft> {
  const { past, present, future } = history
  const [after, ...later] = future
  if (after === undefined) return history
  return { past: [...past, present], present: after, future: later, kind: null }
}

/** Whether two drafts say the same. */
export function isSameDraft(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
