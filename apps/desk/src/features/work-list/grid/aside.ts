import type { CaseBadge } from '@timedesk/contracts/case-badges'

export type Badge = CaseBadge
/** What pays for work on a case, as far as it can be said beside a list. */
export type Cover = NonNullable<CaseBadge['cover']>

/** Somebody who has a case open, and what for. */
export type Viewer = { id: string; name: string; state: 'viewing' | 'replying' | 'noting' }

/** What is shown of cases and asked for apart from them; what cannot be had is left out. */
export type Aside = {
  badgeOf: (caseId: string) => Badge | undefined
  viewersOf: (caseId: string) => readonly Viewer[]
}

export const NOBODY: readonly Viewer[] = []
