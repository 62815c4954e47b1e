const PERMILLE_WHOLE = 1000

/** An index as it is published: `117200` is `117.2`. */
export function indexText(thousandths: number): string {
  const decimals = String(thousandths % PERMILLE_WHOLE)
    .padStart(3, '0')
    .replace(/0+$/u, '')
  const whole = String(Math.floor(thousandths / PERMILLE_WHOLE))
  return decimals === '' ? whole : `${whole}.${decimals}`
}
