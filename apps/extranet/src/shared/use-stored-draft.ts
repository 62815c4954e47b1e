import { useCallback, useRef, useState } from 'react'
import type { z } from 'zod'

type StoredDraft<Draft> = {
  draft: Draft
  /** Keeps what was changed, here and in this browser. A function builds on the latest draft. */
  change: (changes: Partial<Draft> | ((latest: Draft) => Partial<Draft>)) => void
  /** Back to empty, after it was sent or given up. */
  clear: () => void
  /** Whether an earlier visit left something. */
  isRestored: boolean
}

/**
 * A draft that survives a reload: kept in this browser under `key` until it is cleared. What an older version of the
 * app stored in another form counts as nothing.
 */
export function useStoredDraft<Draft extends object>(
  key: string,
  schema: z.ZodType<Draft>,
  empty: Draft,
): StoredDraft<Draft> {
  const [{ draft, isRestored }, setState] = useState(() => {
    const stored = read(key, schema)
    return { draft: stored ?? empty, isRestored: stored !== undefined }
  })
  const latest = useRef(draft)

  const change = useCallback(
    (changes: Partial<Draft> | ((latest: Draft) => Partial<Draft>)) => {
      // Uploads end at any time, so each change builds on the latest draft rather than on the rendered one.
      const changed = typeof changes === 'function' ? changes(latest.current) : changes
      latest.current = { ...latest.current, ...changed }
      write(key, latest.current)
      setState((state) => ({ ...state, draft: latest.current }))
    },
    [key],
  )
  const clear = useCallback(() => {
    latest.current = empty
    forget(key)
    setState({ draft: empty, isRestored: false })
  }, [key, empty])

  return { draft, change, clear, isRestored }
}

function read<Draft>(key: string, schema: z.ZodType<Draft>): Draft | undefined {
  try {
    return schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data
  } catch {
    return undefined
  }
}

function write(key: string, draft: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // A browser may refuse storage; the draft then lasts for this visit.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was stored either.
  }
}
