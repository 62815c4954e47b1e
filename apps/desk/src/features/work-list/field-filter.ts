/** A filter by a custom field: the id of the field and the value that is looked for; empty: cases without one. */
export type FieldFilter = { fieldId: string; value: string }

const RANGE = '..'

/** Reads a filter as it stands in the address. */
export function readFieldFilter(text: string): FieldFilter {
  const at = text.indexOf(':')
  return { fieldId: text.slice(0, at), value: text.slice(at + 1) }
}

/** Writes a filter for the address. */
export function writeFieldFilter({ fieldId, value }: FieldFilter): string {
  return `${fieldId}:${value}`
}

/** The two ends of a range of numbers or days; a single value is both. */
export function readRange(value: string): { from: string; to: string } {
  const [from = '', to = from] = value.split(RANGE)
  return { from, to }
}

/** A range of numbers or days; empty when it has no end. */
export function writeRange({ from, to }: { from: string; to: string }): string {
  return from === '' && to === '' ? '' : `${from}${RANGE}${to}`
}
