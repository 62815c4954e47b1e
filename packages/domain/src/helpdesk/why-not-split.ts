/** A message that somebody wants to split off into a new case. */
export type SplitCandidate = { id: string; kind: 'reply' | 'note'; isSplit: boolean }

/** Why one message cannot be split off, in words for a person; null: it can. */
export function whyNotSplitOff({ isSplit }: Pick<SplitCandidate, 'isSplit'>): string | null {
  return isSplit ? 'It was split off before.' : null
}

/**
 * Why messages cannot be split off together, in words for a person; null: they can. A new case begins with what both
 * parties read, so one of them has to be public. `found` are those that are there, in the order in which they were said.
 */
export function whyNotSplit(wantedIds: readonly string[], found: readonly SplitCandidate[]): string | null {
  if (found.length < new Set(wantedIds).size) return 'A message is not of this case.'
  if (found.some((message) => whyNotSplitOff(message) !== null)) return 'A message was split off before.'
  if (found.every(({ kind }) => kind === 'note')) return 'Choose a public message too: the new case begins with it.'
  return null
}

/** The message that the new case begins with: the first public one. */
export function descriptionOf<Message extends SplitCandidate>(found: readonly Message[]): Message | undefined {
  return found.find(({ kind }) => kind === 'reply')
}
