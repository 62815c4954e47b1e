import { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'
import { z } from 'zod'

import type { RowHead } from './week-rows.ts'

const KeptRows = z.array(
  z.object({
    key: z.string(),
    subject: z
      .object({ kind: z.enum(['case', 'project']), id: z.string(), name: z.string(), number: z.int().optional() })
      .nullable(),
    task: Reference.nullable(),
    customer: z.string().nullable(),
    activity: Reference,
    since: z.string(),
  }),
)

/** Rows without time yet, as this browser keeps them for a week; those with time are the sheet's own. */
export function useKeptRows(storageKey: string) {
  const [kept, setKept] = useState<readonly RowHead[]>(() => readRows(storageKey))
  const keep = (rows: readonly RowHead[]) =>
    setKept((before) => {
      const known = new Set(before.map(({ key }) => key))
      const next = [...before, ...rows.filter(({ key }) => !known.has(key))]
      writeRows(storageKey, next)
      return next
    })
  return { kept, keep }
}

function readRows(storageKey: string): RowHead[] {
  try {
    return KeptRows.catch([]).parse(JSON.parse(sessionStorage.getItem(storageKey) ?? '[]'))
  } catch {
    return []
  }
}

function writeRows(storageKey: string, rows: readonly RowHead[]): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(rows))
  } catch {
    // Without storage the rows last as long as the page.
  }
}
