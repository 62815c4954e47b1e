/** A multiplier as the API takes it; a comma is as good as a point, nothing written is one. */
export function wireFactor(text: string): string {
  const factor = text.trim().replace(',', '.')
  return factor === '' ? '1' : factor
}
