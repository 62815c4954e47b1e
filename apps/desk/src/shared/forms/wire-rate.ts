/** A price for an hour as the API takes it; a comma is as good as a point, nothing written is no price. */
export function wireRate(text: string, currency: string): { amount: string; currency: string } | null {
  const amount = text.trim().replace(',', '.')
  return amount === '' ? null : { amount, currency }
}
