/** Hundredths of a percent: 25 % is 2500. */
export type BasisPoints = number

/** All of it. */
export const BASIS_POINTS_WHOLE: BasisPoints = 10_000
