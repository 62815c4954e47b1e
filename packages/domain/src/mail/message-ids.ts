/** As many earlier mails as an answer names: the first and the latest, so that threads hold and heads stay short. */
const REFERENCES_MAX = 20

/** The ids in a head such as `References` (RFC 5322, 3.6.4), with their angle brackets, in order, each once. */
export function messageIdsIn(head: string): string[] {
  return [...new Set(head.match(/<[^<>\s]{1,500}>/gu) ?? [])]
}

/** What an answer refers to, given the earlier mails of its conversation, the oldest first. */
export function referencesOf(earlier: readonly string[]): string[] {
  if (earlier.length <= REFERENCES_MAX) return [...earlier]
  return [...earlier.slice(0, 1), ...earlier.slice(1 - REFERENCES_MAX)]
}
