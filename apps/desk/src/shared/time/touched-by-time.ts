import { coverTouches } from '../cover/cover-touches.ts'
import { queryRoots } from '../query-roots.ts'

/** Everything that shows time, or what time costs and draws. */
export const touchedByTime = [...coverTouches, queryRoots.weeks, queryRoots.corrections, queryRoots.projects]
