import type { ProblemPlace } from '../../shared/invoicing/problem-place.ts'

/** The id of a field of the draft's form. */
export function fieldId(field: string): string {
  return `invoice-${field}`
}

/** The id of a line by its place. */
export function lineId(index: number): string {
  return `invoice-line-${index}`
}

/** Brings the field or the line into sight and puts the focus there. */
export function goToPlace(place: Extract<ProblemPlace, { kind: 'field' | 'line' }>): void {
  const target = document.getElementById(place.kind === 'field' ? fieldId(place.field) : lineId(place.index))
  target?.scrollIntoView({ block: 'center' })
  target?.focus()
}
