import { z } from 'zod'

import { emptyTimeForm } from '../../shared/time/time-form.ts'

export type Tone = 'reply' | 'note'

const File = z.object({ id: z.string(), name: z.string(), contentType: z.string(), url: z.string() })

/** What was written and not sent yet, as this browser keeps it. */
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
  seenUntil: z.string().nullable(),
})
export type Draft = z.infer<typeof Draft>

export const emptyDraft: Draft = { body: '', files: [], pictureIds: [], time: emptyTimeForm, seenUntil: null }

/** Where a draft is kept: for each person, case and tone. */
export function draftKey(personId: string, caseId: string, tone: Tone): string {
  return `timedesk.draft.${personId}.${caseId}.${tone}`
}

/** The draft under this key; an empty one when there is none that can be read. */
export function readDraft(key: string): Draft {
  try {
    return Draft.catch(emptyDraft).parse(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    return emptyDraft
  }
}

/** Keeps a draft, or forgets it when it is empty. False when the browser refuses. */
export function writeDraft(key: string, draft: Draft): boolean {
  try {
    if (isEmptyDraft(draft)) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(draft))
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
