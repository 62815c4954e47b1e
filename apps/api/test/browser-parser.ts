import { vi } from 'vitest'
import { builtinEnvironments } from 'vitest/runtime'

/** Gives a test on PostgreSQL the XML parser of a browser, without the rest of one. */
export async function useBrowserParser(): Promise<void> {
  const browser = await builtinEnvironments.jsdom.setupVM?.({})
  if (browser === undefined) throw new Error('There is no browser to borrow the parser from')
  vi.stubGlobal('DOMParser', (browser.getVmContext() as { DOMParser: unknown }).DOMParser)
}
