import { loadavg } from 'node:os'
import type { Form, Opening } from './lighthouse.ts'

export type Screen = Opening & { name: string; form: Form }

/** Performance and accessibility are to reach so much of 100. */
const SCORE_MIN = 95
/** What a screen may fetch of scripts when it is opened for the first time, compressed. */
const SCRIPT_KILOBYTES_MAX = 250

export const screenHeading =
  'screen           form     performance accessibility practices  LCP ms  TBT ms   CLS   scripts kB  load'

/** What the columns are to reach, as a line for below them. */
export const screenTargets = `targets: performance and accessibility ${String(SCORE_MIN)} or more, scripts at most ${String(SCRIPT_KILOBYTES_MAX)} kB compressed; ! misses one`

/** One screen as a line under the heading; what misses its target is marked. */
export function lineOf({ name, form, ...opening }: Screen): string {
  const kilobytes = opening.scriptBytes / 1000
  return [
    name.padEnd(16),
    form.padEnd(8),
    marked(opening.performance, opening.performance >= SCORE_MIN).padStart(11),
    marked(opening.accessibility, opening.accessibility >= SCORE_MIN).padStart(13),
    opening.bestPractices.toFixed(0).padStart(9),
    opening.largestPaintMs.toFixed(0).padStart(7),
    opening.blockedMs.toFixed(0).padStart(7),
    opening.layoutShift.toFixed(3).padStart(5),
    marked(kilobytes, kilobytes <= SCRIPT_KILOBYTES_MAX).padStart(12),
    (loadavg()[0] ?? 0).toFixed(1).padStart(5),
  ].join(' ')
}

function marked(figure: number, isMet: boolean): string {
  return `${isMet ? '' : '! '}${figure.toFixed(0)}`
}

/** What Lighthouse found wrong, each once, with the screens that have it. */
export function findingsOf(screens: Screen[]): string[] {
  const found = Map.groupBy(
    screens.flatMap(({ name, form, findings }) => findings.map((finding) => ({ finding, on: `${name} (${form})` }))),
    ({ finding }) => finding,
  )
  return [...found].map(([finding, places]) => `${finding}\n  on ${places.map(({ on }) => on).join(', ')}`)
}
