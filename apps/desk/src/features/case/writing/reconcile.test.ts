import type { MessageDraft } from '@timedesk/contracts/drafts'
import { expect, test } from 'vitest'

import { buildMessageDraft } from '../../../test/build-draft.ts'
import { emptyDraft, nothingKept, type Kept } from '../draft.ts'
import { draftOf, isUnsaved, reconcile, remainderOf } from './reconcile.ts'

const server = (body: string, version: number, more: Partial<MessageDraft> = {}) =>
  buildMessageDraft({ body, version, ...more })
const kept = (body: string, from: MessageDraft | null): Kept => ({
  draft: { ...(from === null ? emptyDraft : draftOf(from)), body },
  base: from === null ? null : { id: from.id, version: from.version, draft: draftOf(from) },
})

test.for<[string, Kept, MessageDraft | null, string, string]>([
  ['nothing anywhere', nothingKept, null, '', 'same'],
  ['begun on another device', nothingKept, server('Dear Anna', 1), 'Dear Anna', 'taken'],
  [
    'went on elsewhere',
    kept('Dear Anna', server('Dear Anna', 1)),
    server('Dear Anna,\nhello', 2),
    'Dear Anna,\nhello',
    'taken',
  ],
  [
    'an answer that is late',
    kept('Dear Anna, more', server('Dear Anna', 2)),
    server('Dear', 1),
    'Dear Anna, more',
    'same',
  ],
  [
    'both wrote apart',
    kept('mine\nb\nc', server('a\nb\nc', 1)),
    server('a\nb\ntheirs', 2),
    'mine\nb\ntheirs',
    'merged',
  ],
  [
    'both changed the same word',
    kept('a mine c', server('a b c', 1)),
    server('a theirs c', 2),
    'a ⟦mine ⇄ theirs⟧ c',
    'conflict',
  ],
  ['both began', kept('Mine', null), server('Theirs', 1), 'Mine\n\nTheirs', 'merged'],
  ['sent elsewhere', kept('Dear Anna', server('Dear Anna', 3)), null, '', 'gone'],
  ['sent elsewhere while going on', kept('Dear Anna, and', server('Dear Anna', 3)), null, 'Dear Anna, and', 'same'],
])('%s', ([, here, there, body, meeting]) => {
  const met = reconcile(here, there)
  expect(met.kept.draft.body).toBe(body)
  expect(met.meeting).toBe(meeting)
})

test('what is merged is not saved yet, and what is taken over is', () => {
  const before = server('a\nb', 1)
  expect(isUnsaved(reconcile(kept('mine\nb', before), server('a\ntheirs', 2)).kept)).toBe(true)
  expect(isUnsaved(reconcile(kept('a\nb', before), server('a\ntheirs', 2)).kept)).toBe(false)
})

test('files of both stay, those that one took out do not, and time is that of who changed it', () => {
  const file = (id: string) => ({ id, name: `${id}.log`, contentType: 'text/plain' })
  const before = server('a\nb', 1, { files: [file('one'), file('two')] })
  const here = kept('mine\nb', before)
  const files = [file('two'), file('mine')].map((each) => ({ ...each, url: '' }))
  const draft = { ...here.draft, files, time: { ...emptyDraft.time, minutes: 15 } }
  const there = server('a\ntheirs', 2, { files: [file('one'), file('two'), file('theirs')] })

  const met = reconcile({ ...here, draft }, there).kept.draft
  expect(met.files.map(({ id }) => id)).toEqual(['two', 'theirs', 'mine'])
  expect(met.time.minutes).toBe(15)
})

test('what came to a draft after it was sent is left, and nothing else', () => {
  const file = (id: string) => ({ id, name: `${id}.log`, contentType: 'text/plain', url: '' })
  const sent = { ...emptyDraft, body: 'Dear Anna', files: [file('sent')], time: { ...emptyDraft.time, minutes: 15 } }
  expect(remainderOf(sent, sent)).toEqual(emptyDraft)

  const later = { ...sent, body: 'Dear Anna\n\nOne more thing', files: [file('sent'), file('late')] }
  expect(remainderOf(later, sent)).toEqual({ ...emptyDraft, body: 'One more thing', files: [file('late')] })
  expect(remainderOf({ ...sent, body: 'Dear Bo' }, sent).body).toBe('Dear Bo')
})
