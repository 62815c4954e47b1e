/** A decimal number as the API takes it; a comma is as good as a point, nothing written is none. */
export function wireDecimal(text: string): string | null {
  const decimal = text.trim().replace(',', '.')
  return decimal === '' ? null : decimal
}
