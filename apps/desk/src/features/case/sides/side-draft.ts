import type { SideAddress } from '@timedesk/contracts/side-conversations'
import { z } from 'zod'

const File = z.object({ id: z.string(), name: z.string(), size: z.number() })

/** What was written to somebody outside and not sent yet, as this browser keeps it. */
const SideDraft = z.object({
  /** As typed: an address, or a name with its address in angle brackets. */
  to: z.array(z.string()),
  subject: z.string(),
  body: z.string(),
  files: z.array(File),
  forwardedIds: z.array(z.string()),
  /** Whether the case is set to wait for them. */
  moves: z.boolean(),
})
export type SideDraft = z.infer<typeof SideDraft>

/** The draft under this key, or what it begins with when there is none that can be read. */
export function readSideDraft(key: string, blank: SideDraft): SideDraft {
  try {
    return SideDraft.catch(blank).parse(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    return blank
  }
}

/** Keeps a draft; null forgets it. A browser that refuses keeps nothing beyond this page. */
export function keepSideDraft(key: string, draft: SideDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    return
  }
}

const NAMED = /^(.*?)\s*<([^<>]+)>$/u
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u

/** What was typed as a name and an address; null when it is none. */
export function readAddress(typed: string): SideAddress | null {
  const [, name = '', inside] = NAMED.exec(typed.trim()) ?? []
  const address = inside?.trim() ?? typed.trim()
  return ADDRESS.test(address) ? { address, name: name.replaceAll('"', '').trim() } : null
}

export function writeAddress({ address, name }: SideAddress): string {
  return name === '' ? address : `${name} <${address}>`
}
