import { allocate } from '../money/allocate.ts'

/**
 * How a line's net, in minor units, is shared by the sources behind it, so that the shares sum to it exactly (R8, R43):
 * each has what was registered for it, and of the difference a part by its size. For amounts of one sign that is the
 * net in proportion to them. A source of nothing gets nothing, unless all are of nothing: then the last one has it all.
 * Where the net is what was registered, so is each share. Without sources there are no shares.
 */
export function sharesOf(net: number, registered: readonly number[]): number[] {
  const difference = net - registered.reduce((sum, amount) => sum + amount, 0)
  const sizes = registered.map(Math.abs)
  const hasSize = sizes.some((size) => size > 0)
  const weights = hasSize ? sizes : sizes.map((_, index) => (index === sizes.length - 1 ? 1 : 0))
  const parts = weights.length === 0 ? [] : allocate(difference, weights)
  return registered.map((amount, index) => amount + (parts[index] ?? 0))
}
