import { wireDecimal } from './wire-decimal.ts'

/** A multiplier as the API takes it; nothing written is one. */
export function wireFactor(text: string): string {
  return wireDecimal(text) ?? '1'
}
