import { vi } from 'vitest'

/** A stream of changes that the test speaks into; `vi.unstubAllGlobals` ends it. */
export function stubLive(): (message: object) => void {
  const sources: { onmessage: ((event: { data: string }) => void) | null }[] = []
  class Source {
    onopen = null
    onerror = null
    onmessage: ((event: { data: string }) => void) | null = null
    constructor() {
      sources.push(this)
    }
    close() {
      this.onmessage = null
    }
  }
  vi.stubGlobal('EventSource', Source)
  return (message) => {
    for (const { onmessage } of sources) onmessage?.({ data: JSON.stringify(message) })
  }
}
