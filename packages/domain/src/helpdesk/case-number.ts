const CASE_NUMBER = /^#?([1-9]\d{0,9})$/

/** A case's number as people read and say it: `#1234`. */
export function formatCaseNumber(number: number): string {
  return `#${String(number)}`
}

/** Reads a case number with or without its mark; null when it is none. */
export function parseCaseNumber(text: string): number | null {
  const match = CASE_NUMBER.exec(text.trim())
  return match === null ? null : Number(match[1])
}
