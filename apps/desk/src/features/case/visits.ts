const STORAGE_KEY = 'timedesk.visits'
const VISITS_MAX = 400

/** When this browser last showed the person a case; null before the first time. */
export function lastVisit(personId: string, caseId: string): string | null {
  return readVisits()[`${personId} ${caseId}`] ?? null
}

/** Remembers up to which instant a case was seen; the oldest memories make room. */
export function rememberVisit(personId: string, caseId: string, seenUntil: string): void {
  const { [`${personId} ${caseId}`]: _, ...others } = readVisits()
  const kept = Object.entries(others).slice(-(VISITS_MAX - 1))
  try {
    localStorage.setItem(
      STORAGE_KEY,
      JSON.stringify({ ...Object.fromEntries(kept), [`${personId} ${caseId}`]: seenUntil }),
    )
  } catch {
    // A browser may refuse storage; the divider is then left out.
  }
}

function readVisits(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}
