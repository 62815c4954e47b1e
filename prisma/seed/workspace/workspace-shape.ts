import type { CaseView, ViewIcon } from '@timedesk/contracts/case-views'

/** A saved view, as its maker saves it. */
export type DemoView = {
  byId: string
  view: {
    name: string
    scope: 'private' | 'department' | 'everyone'
    departmentId?: string
    icon: ViewIcon
    query: string
    sort?: CaseView['sort']
    group?: NonNullable<CaseView['group']>
  }
}

/** A talk by mail with a third party; null: they have not answered yet. */
export type DemoSupplier = {
  to: { address: string; name: string }
  subject: string
  question: string
  answer: string | null
}

/** What people do around the dialogue: the words of it. On which cases is chosen among those that suit. */
export type DemoWorkspace = {
  views: DemoView[]
  /**
   * When each thing happens, in the hours of the office; `quietSince`: in which cases nobody wrote after this; `comesBack`:
   * the morning on which what is put away comes back and what is to be sent later goes out.
   */
  moments: Record<
    'viewsSaved' | 'quietSince' | 'suppliersAsked' | 'reportedAgain' | 'tidiedUp' | 'supplierAnswered' | 'comesBack',
    Date
  >
  /** Who follows, puts away and drafts. */
  followerId: string
  /** Who merges, links and asks. */
  leadId: string
  /** Whose token hands in mails. */
  postmasterId: string
  /** A second report of the same thing, which is merged into the first; `before` goes before its subject. */
  again: { before: string; description: string }
  suppliers: DemoSupplier[]
  sharedDraft: string
  ownDraft: string
  /** A reply that goes out by itself two days later. */
  scheduledReply: string
  /** What a note asks of the follower, whom it calls. */
  asked: string
}
