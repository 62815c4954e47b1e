/** The row that counts on a day: of those valid from it or before, the one that starts last; null before the first. */
export function rowInForce<Row extends { validFrom: string }>(rows: readonly Row[], day: string): Row | null {
  return rows.reduce<Row | null>((best, row) => {
    if (row.validFrom > day) return best
    return best === null || row.validFrom > best.validFrom ? row : best
  }, null)
}
