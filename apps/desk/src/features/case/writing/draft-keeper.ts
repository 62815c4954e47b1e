import { isRefusal } from '@timedesk/client/api-error'
import type { DraftDevice, MessageDraft } from '@timedesk/contracts/drafts'

import { isEmptyDraft, readDraft, writeDraft, type Draft, type Kept } from '../draft.ts'
import { isUnsaved, reconcile, remainderOf, type Meeting } from './reconcile.ts'

export const AUTOSAVE_MS = 800
const RETRY_MS = 10_000

/** How a draft stands: as the server has it, on its way there, or kept by this browser alone, or by nobody. */
export type Saving = 'saved' | 'unsaved' | 'saving' | 'local' | 'unkept'

export type KeeperState = Kept & {
  saving: Saving
  /** What became of it when it last met what somebody wrote elsewhere; `same` once it was written on. */
  meeting: Meeting
  /** Where it was last written, when that was not here. */
  from: { device: DraftDevice; at: string; by: MessageDraft['updatedBy'] } | null
  /** What stood here before it was gone. */
  gone: Draft | null
}

/** Where drafts are kept for all devices. */
export type DraftStore = {
  read: () => Promise<MessageDraft | null>
  keep: (draft: Draft, version: number) => Promise<MessageDraft>
  discard: (version: number) => Promise<void>
}

/**
 * Keeps what is written: in this browser with every change, and on the server soon after. What was written elsewhere
 * meanwhile is merged. Without a network it goes on trying; nothing that was typed is lost.
 */
export class DraftKeeper {
  readonly #key: string
  readonly #store: DraftStore
  readonly #deviceId: string
  readonly #listeners = new Set<() => void>()
  #state: KeeperState
  #timer: ReturnType<typeof setTimeout> | undefined
  #underWay: Promise<void> | null = null
  /** What was heard of the server while something was on its way there. */
  #missed: MessageDraft | null = null
  /** Another message has the place of this one until it is out; asking again before something is heard is no use. */
  #isHeld = false
  #hasHeard = false

  constructor(key: string, store: DraftStore, deviceId: string) {
    this.#key = key
    this.#store = store
    this.#deviceId = deviceId
    const stored = readDraft(key)
    const saving = isUnsaved(stored) ? 'unsaved' : 'saved'
    this.#state = { ...stored, saving, meeting: 'same', from: null, gone: null }
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly read = (): KeeperState => this.#state

  /** Brings what stands here together with what the server has; null: it has nothing. */
  readonly meet = (server: MessageDraft | null): void => {
    this.#isHeld = false
    this.#hasHeard = true
    if (this.#underWay !== null) {
      this.#missed = server ?? this.#missed
      return
    }
    const before = this.#state.draft
    const { kept, meeting } = reconcile(this.#state, server)
    if (meeting !== 'same' || kept !== this.#state) {
      const isElsewhere = server !== null && server.device.id !== this.#deviceId
      this.#set({
        ...kept,
        ...(meeting !== 'same' && { meeting, gone: meeting === 'gone' && !isEmptyDraft(before) ? before : null }),
        ...(meeting === 'taken' &&
          isElsewhere && { from: { device: server.device, at: server.updatedAt, by: server.updatedBy } }),
        saving: isUnsaved(kept) ? 'unsaved' : 'saved',
      })
    }
    // What a visit before this one could not save is saved now, as is what was merged.
    if (isUnsaved(this.#state)) this.#saveLater(AUTOSAVE_MS)
  }

  readonly change = (changes: (now: Draft) => Partial<Draft>): void => {
    const { draft } = this.#state
    this.#set({ draft: { ...draft, ...changes(draft) }, meeting: 'same', gone: null, saving: 'unsaved' })
    if (isUnsaved(this.#state)) this.#saveLater(AUTOSAVE_MS)
    else this.#set({ saving: 'saved' })
  }

  /** Sends at once what waits; for who leaves, and when the network is back. */
  readonly save = (): void => {
    clearTimeout(this.#timer)
    if (this.#underWay !== null || !isUnsaved(this.#state)) return
    this.#set({ saving: 'saving' })
    this.#hasHeard = false
    this.#underWay = this.#push().then((refused) => {
      const missed = this.#missed
      this.#underWay = null
      this.#missed = null
      if (refused !== null) this.meet(refused.server)
      else if (missed !== null) this.meet(missed)
      if (isUnsaved(this.#state)) this.#saveLater(this.#state.saving === 'local' ? RETRY_MS : AUTOSAVE_MS)
    })
  }

  /** Waits until nothing is on its way, so that what follows is meant for what the server has. */
  readonly settle = async (): Promise<void> => {
    while (this.#underWay !== null) await this.#underWay
    clearTimeout(this.#timer)
  }

  /** Forgets what was sent or given away: the server has no draft here any more. What came to it since then stays. */
  readonly forget = (sent: Draft = this.#state.draft): void => {
    clearTimeout(this.#timer)
    const kept = { draft: remainderOf(this.#state.draft, sent), base: null }
    const saving = isUnsaved(kept) ? 'unsaved' : 'saved'
    this.#set({ ...kept, saving, meeting: 'same', from: null, gone: null })
    if (saving === 'unsaved') this.#saveLater(AUTOSAVE_MS)
  }

  #set(changes: Partial<KeeperState>): void {
    this.#state = { ...this.#state, ...changes }
    const isKept = writeDraft(this.#key, this.#state)
    if (!isKept && this.#state.saving !== 'saved') this.#state = { ...this.#state, saving: 'unkept' }
    for (const listener of this.#listeners) listener()
  }

  #saveLater(delayMs: number): void {
    clearTimeout(this.#timer)
    if (!this.#isHeld) this.#timer = setTimeout(this.save, delayMs)
  }

  /** Sends what stands here; answers with what the server has when it has moved on. */
  async #push(): Promise<{ server: MessageDraft | null } | null> {
    const { draft, base } = this.#state
    try {
      if (isEmptyDraft(draft)) {
        if (base !== null) await this.#store.discard(base.version)
        this.#set({ base: null, saving: isEmptyDraft(this.#state.draft) ? 'saved' : 'unsaved' })
      } else {
        this.#take(draft, await this.#store.keep(draft, base?.version ?? 0))
      }
      return null
    } catch (error) {
      const server = isRefusal(error, 'stale_version') ? await this.#store.read().catch(() => undefined) : undefined
      if (server !== undefined) return { server }
      const isScheduled = isRefusal(error, 'draft_scheduled')
      this.#isHeld = isScheduled && !this.#hasHeard
      this.#set({ saving: isScheduled ? 'unsaved' : 'local' })
      return null
    }
  }

  /** Takes over what the server keeps of what was sent: files that cannot be sent any more are left out. */
  #take(sent: Draft, { id, version, files }: MessageDraft): void {
    const usable = new Set(files.map((file) => file.id))
    const isUsable = (file: Draft['files'][number]) =>
      usable.has(file.id) || !sent.files.some((other) => other.id === file.id)
    const draft = { ...this.#state.draft, files: this.#state.draft.files.filter(isUsable) }
    const kept = { draft, base: { id, version, draft: { ...sent, files: sent.files.filter(isUsable) } } }
    this.#set({ ...kept, saving: isUnsaved(kept) ? 'unsaved' : 'saved' })
  }
}
