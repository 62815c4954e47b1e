import type { ContextCard, createContextCard } from '@timedesk/contracts/context-cards'
import type { z } from 'zod'

const TIMEOUT_SECONDS_DEFAULT = 3

/** A card as it is written in the form; named as the fields of the request. */
export type CardDraft = {
  name: string
  url: string
  typeIds: readonly string[]
  departmentIds: readonly string[]
  timeoutSeconds: number
  isActive: boolean
}

export function emptyCard(): CardDraft {
  return {
    ...{ name: '', url: '', typeIds: [], departmentIds: [] },
    timeoutSeconds: TIMEOUT_SECONDS_DEFAULT,
    isActive: true,
  }
}

export function draftOfCard({ name, url, types, departments, timeoutSeconds, isActive }: ContextCard): CardDraft {
  const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id)
  return { name, url, typeIds: ids(types), departmentIds: ids(departments), timeoutSeconds, isActive }
}

/** The draft as the API takes it. What is missing stays so, that the API points at it. */
export function wireCard({ name, url, typeIds, departmentIds, timeoutSeconds, isActive }: CardDraft) {
  return {
    ...{ name, url: url.trim(), typeIds: [...typeIds], departmentIds: [...departmentIds], isActive },
    timeoutSeconds,
  } satisfies z.input<typeof createContextCard.body>
}
