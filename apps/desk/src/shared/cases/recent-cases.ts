import { z } from 'zod'

const STORAGE_KEY = 'timedesk.recent-cases'
const RECENT_MAX = 12

const RecentCase = z.object({ number: z.int(), subject: z.string(), customer: z.string() })
export type RecentCase = z.infer<typeof RecentCase>

const Kept = z.record(z.string(), z.array(RecentCase))

/** The cases that a person opened last in this browser, latest first. */
export function recentCases(personId: string): readonly RecentCase[] {
  return readKept()[personId] ?? []
}

/** Remembers that a person opened a case. */
export function rememberCase(personId: string, opened: RecentCase): void {
  const others = recentCases(personId).filter(({ number }) => number !== opened.number)
  try {
    const kept = { ...readKept(), [personId]: [opened, ...others].slice(0, RECENT_MAX) }
    localStorage.setItem(STORAGE_KEY, JSON.stringify(kept))
  } catch {
    // A browser may refuse storage; the palette then begins without recent cases.
  }
}

function readKept(): Record<string, RecentCase[]> {
  try {
    return Kept.catch({}).parse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}'))
  } catch {
    return {}
  }
}
