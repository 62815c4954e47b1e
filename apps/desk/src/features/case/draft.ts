import { z } from 'zod'

import { emptyTimeForm } from '../../shared/time/time-form.ts'

export type Tone = 'reply' | 'note'

const File = z.object({ id: z.string(), name: z.string(), contentType: z.string(), url: z.string() })

/** What was written and not sent yet. */
const Draft = z.object({
  body: z.string(),
  /** Files beside the text. */
  files: z.array(File),
  /** Pictures that were put into the text; those still in it are sent along. */
  pictureIds: z.array(z.string()),
  time: z.object({
    minutes: z.int().nullable(),
    startedAt: z.string().default(''),
    endedAt: z.string().default(''),
    activityTypeId: z.string().nullable(),
    priceClassId: z.string().nullable().default(null),
    isBillable: z.boolean().nullable(),
    workDate: z.string().nullable(),
    customerText: z.string(),
    internalText: z.string(),
  }),
  /** The newest message that the writer had seen when the writing began; null: nothing is written. */
  seenId: z.string().nullable().default(null),
})
export type Draft = z.infer<typeof Draft>

/** A draft as this browser keeps it, and as the server had it when both agreed last; null: it never had it. */
const Kept = Draft.extend({
  base: z.object({ id: z.string(), version: z.int(), draft: Draft }).nullable().default(null),
})
export type Kept = { draft: Draft; base: z.infer<typeof Kept>['base'] }

export const emptyDraft: Draft = { body: '', files: [], pictureIds: [], time: emptyTimeForm, seenId: null }
export const nothingKept: Kept = { draft: emptyDraft, base: null }

/** Where a draft is kept: for each person, case and tone, one's own apart from the shared one. */
export function draftKey(personId: string, caseId: string, tone: Tone, isShared = false): string {
  return `timedesk.draft.${personId}.${caseId}.${tone}${isShared ? '.shared' : ''}`
}

/** What is kept under this key; nothing when there is none that can be read. */
export function readDraft(key: string): Kept {
  try {
    const { base, ...draft } = Kept.parse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return { draft, base }
  } catch {
    return nothingKept
  }
}

/** Keeps a draft, or forgets it when nothing of it is left. False when the browser refuses. */
export function writeDraft(key: string, { draft, base }: Kept): boolean {
  try {
    if (isEmptyDraft(draft) && base === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify({ ...draft, base }))
    return true
  } catch {
    return false
  }
}

/** Whether there is nothing in it that would be missed. */
export function isEmptyDraft({ body, files, time }: Draft): boolean {
  return body.trim() === '' && files.length === 0 && time.minutes === null && time.startedAt === ''
}

/** The files that go with the message: those beside the text and the pictures still in it. */
export function attachmentIdsOf({ body, files, pictureIds }: Draft): string[] {
  const shown = pictureIds.filter((id) => body.includes(`attachment:${id}`))
  return [...new Set([...files.map(({ id }) => id), ...shown])]
}
