import { idOf } from './make-id.ts'
import type { DemoPriceClass } from './settlement-shape.ts'

/** Rates in kroner; a senior's minute takes more of a voucher. */
const classes = {
  junior: ['Junior', 850, 1000],
  consultant: ['Consultant', null, 1000],
  senior: ['Senior', 1200, 1250],
} as const
export type PriceClassKey = keyof typeof classes
export const priceClassId = (key: PriceClassKey) => idOf(`price class ${key}`)
export const drawFactorOf = (key: PriceClassKey): number => classes[key][2]

export const priceClasses: DemoPriceClass[] = Object.entries(classes).map(([key, [name, rate, drawFactor]], index) => ({
  id: priceClassId(key as PriceClassKey),
  name,
  ratePerHour: rate === null ? null : rate * 100,
  drawFactor,
  position: index + 1,
}))
