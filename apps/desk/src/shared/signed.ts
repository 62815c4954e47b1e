/** A difference with its sign; a dash where there is none. */
export function signed(difference: number, word: (size: number) => string): string {
  if (difference === 0) return '—'
  return `${difference > 0 ? '+' : '−'}${word(Math.abs(difference))}`
}
