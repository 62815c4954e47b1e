import type { MessageDraft } from '@timedesk/contracts/drafts'

import { ids, mette } from './build.ts'

/** A reply that Mette began on another device. */
export function buildMessageDraft(overrides: Partial<MessageDraft> = {}): MessageDraft {
  return {
    id: '01900000-0000-7000-8000-000000000401',
    case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' },
    kind: 'reply',
    isShared: false,
    owner: { ...mette, isActive: true },
    body: 'Dear Anna',
    files: [],
    pictureIds: [],
    time: {
      ...{ minutes: null, startedAt: '', endedAt: '', workDate: null, activityTypeId: null },
      ...{ priceClassId: null, isBillable: null, customerText: '', internalText: '' },
    },
    seenMessageId: null,
    updatedAt: '2026-03-02T10:32:00.000Z',
    updatedBy: mette,
    device: { id: '01900000-0000-7000-8000-000000000402', kind: 'phone' },
    sending: null,
    problem: null,
    can: { write: true, unshare: false, callBack: false },
    version: 1,
    ...overrides,
  }
}
