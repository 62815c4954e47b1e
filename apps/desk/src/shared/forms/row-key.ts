let made = 0

/** A key of its own for a row that nobody has stored yet. */
export function newRowKey(): string {
  made += 1
  return `new ${made}`
}
