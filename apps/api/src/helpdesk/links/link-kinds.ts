import type { LinkRole } from '@timedesk/contracts/case-links'

/** Kinds of links as they are stored: what one case (`case_id`) is to the other one (`other_id`). */
export type LinkKind = 'parent' | 'follow_up' | 'duplicate' | 'blocks' | 'relates' | 'incident'

type Rule = {
  kind: LinkKind
  /** Whether the case that has the role is `other_id`, so that the asking one is `case_id`. */
  isOther: boolean
  /** What the asking case is to the one that has the role. */
  reverse: LinkRole
}

/** How a link is stored by what another case is to one. */
export const ruleOf: Record<LinkRole, Rule> = {
  parent: { kind: 'parent', isOther: true, reverse: 'child' },
  child: { kind: 'parent', isOther: false, reverse: 'parent' },
  original: { kind: 'duplicate', isOther: true, reverse: 'duplicate' },
  duplicate: { kind: 'duplicate', isOther: false, reverse: 'original' },
  blocks: { kind: 'blocks', isOther: false, reverse: 'blocked_by' },
  blocked_by: { kind: 'blocks', isOther: true, reverse: 'blocks' },
  related: { kind: 'relates', isOther: true, reverse: 'related' },
  problem: { kind: 'incident', isOther: true, reverse: 'incident' },
  incident: { kind: 'incident', isOther: false, reverse: 'problem' },
}

/** Kinds that a case has one of at most: its parent, its original, its problem. Another one takes its place. */
export const SINGLE_KINDS: ReadonlySet<LinkKind> = new Set<LinkKind>(['parent', 'duplicate', 'incident'])
