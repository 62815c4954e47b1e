import type { Verdict } from '@timedesk/contracts/cover'

import type { VerdictTools, Worth } from './word-verdict.ts'

export type NoteMood = 'quiet' | 'careful' | 'refused'

/** Something to know beside the verdict. `refused`: it cannot be saved like that. */
export type VerdictNote = { mood: NoteMood; text: string }

type Warning = Verdict['warnings'][number]

const WHOLE_PERCENT = 100

/** What to mind before saving, in sentences: the gravest first. */
export function wordNotes(worth: Worth, tools: VerdictTools & { clock: (instant: string) => string }): VerdictNote[] {
  const warnings = worth.warnings ?? []
  // What is used up is more than nearly empty.
  const isBeyond = warnings.some(({ kind }) => kind === 'overage')
  const told = warnings
    .filter(({ kind }) => !(isBeyond && kind === 'nearly_empty'))
    .map((warning) => ({
      mood: moodOf(warning),
      text: wordWarning(warning, tools, overagePast(worth) ?? tools.say('prepaid')),
    }))
  const order: readonly NoteMood[] = ['refused', 'careful', 'quiet']
  return [...told, ...wordHints(worth, tools)].toSorted(
    (one, other) => order.indexOf(one.mood) - order.indexOf(other.mood),
  )
}

function moodOf({ kind }: Warning): NoteMood {
  return kind === 'week_closed' || kind === 'period_locked' ? 'refused' : 'careful'
}

function overagePast({ explanation }: Worth): string | undefined {
  const told = explanation.find((step) => step.step === 'overage')
  return told?.step === 'overage' ? told.agreement : undefined
}

function wordWarning(
  warning: Warning,
  tools: VerdictTools & { clock: (instant: string) => string },
  agreement: string,
): string {
  const { say, format, clock } = tools
  switch (warning.kind) {
    case 'overlap':
      return say('overlap', { name: warning.name, from: clock(warning.startedAt), to: clock(warning.endedAt) })
    case 'late':
      return say('late', { day: format.workDate(warning.bookedOn) })
    case 'week_closed':
      return say('week_closed')
    case 'period_locked':
      return say('period_locked', { day: format.workDate(warning.through) })
    case 'overage':
      return say(`overage_${warning.policy}`, { agreement })
    case 'nearly_empty':
      return say('nearly_empty', {
        pool: warning.pool,
        percent: format.percent(Math.min(warning.percentUsed, WHOLE_PERCENT)),
      })
  }
}

function wordHints({ explanation }: Worth, { say, format }: VerdictTools): VerdictNote[] {
  return explanation.flatMap((step): VerdictNote[] => {
    if (step.step === 'no_clock') return [{ mood: 'quiet', text: say('no_clock') }]
    if (step.step !== 'after_hours_suggested') return []
    return [{ mood: 'quiet', text: say('after_hours_suggested', { factor: format.factor(step.factor) }) }]
  })
}
