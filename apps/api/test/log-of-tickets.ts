/** A row of a help desk's log, as its mapping reads it. `at` is milliseconds of the zone's clock. */
export type TicketRow = { ticket: string; activity: string; at: number; priority: number }

/** What a ticket took, worked out from its rows; milliseconds, null where it never came to it. */
export type TicketTimes = {
  priority: string
  response: number | null
  resolution: number | null
  paused: number | null
}

const MINUTE_MS = 60_000
const PRIORITIES = ['Normal', 'High', 'Critical', 'Low']
const HEADER =
  'Case ID,Activity,Resource,Complete Timestamp,Variant,Variant index,Variant,seriousness,customer,product,responsible_section,seriousness_2,service_level,service_type,support_section,workgroup'
const activities = [
  ...['Take in charge ticket', 'Wait', 'Require upgrade', 'Create SW anomaly', 'Resolve SW anomaly', 'Resolve ticket'],
  ...['Resolve ticket', 'Closed', 'Schedule intervention', 'VERIFIED', 'Wait', 'Take in charge ticket'],
]

/**
 * Rows of so many tickets in a winter and a summer, some of them at the same minute, reopened or never solved. The same
 * each time.
 */
export function writeTickets(count: number): TicketRow[] {
  let state = 20_260_302
  const draw = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(state / 65_536) % below
  }
  return Array.from({ length: count }, (_, index): TicketRow[] => {
    const ticket = `Ticket ${String(index + 1)}`
    let at = Date.UTC(2012, index % 2 === 0 ? 0 : 6, 1 + draw(28), draw(24), draw(60))
    const rows: TicketRow[] = [{ ticket, activity: 'Assign seriousness', at, priority: 1 + draw(4) }]
    for (let step = draw(9); step > 0; step -= 1) {
      at += draw(4) === 0 ? 0 : draw(6_000) * MINUTE_MS
      const activity = activities[draw(activities.length)] ?? 'Wait'
      rows.push({ ticket, activity, at, priority: draw(5) === 0 ? 1 + draw(4) : (rows.at(-1)?.priority ?? 1) })
    }
    return rows
  }).flat()
}

export function csvOf(rows: readonly TicketRow[]): string {
  const lines = rows.map(({ ticket, activity, at, priority }) => {
    const moment = new Date(at).toISOString().replaceAll('-', '/').replace('T', ' ').replace('Z', '')
    return `${ticket},${activity},Value 31,${moment},Variant 1,1,Variant 1,Value 1,Value 71,Value 3,Value 2,Value ${String(priority)},Value 1,Value 4,Value 1,Value 1`
  })
  return [HEADER, ...lines].join('\n')
}

/** What each ticket took by the rows alone: they lie in one half of a year, so that the zone makes no difference. */
export function timesOfTickets(rows: readonly TicketRow[]): Map<string, TicketTimes> {
  return new Map([...Map.groupBy(rows, ({ ticket }) => ticket)].map(([ticket, own]) => [ticket, timesOf(own)]))
}

const does: Record<string, 'works' | 'waits' | 'rests'> = {
  'Take in charge ticket': 'works',
  'Schedule intervention': 'works',
  'Resolve SW anomaly': 'works',
  Wait: 'waits',
  'Require upgrade': 'waits',
  'Create SW anomaly': 'waits',
  'Resolve ticket': 'rests',
  Closed: 'rests',
}

function timesOf(rows: readonly TicketRow[]): TicketTimes {
  const created = rows[0]?.at ?? 0
  const answer = rows.find(({ activity }) => activity === 'Wait' || activity === 'Resolve ticket')
  const steps = [
    { at: created, state: 'works' },
    ...rows.flatMap(({ activity, at }) => (does[activity] === undefined ? [] : [{ at, state: does[activity] }])),
  ]
  const last = steps.findLastIndex(({ state }) => state !== 'rests') + 1
  const end = steps[last]
  const spent = (wanted: string) =>
    steps
      .slice(0, last)
      .reduce((sum, { at, state }, index) => (state === wanted ? sum + (steps[index + 1]?.at ?? at) - at : sum), 0)
  return {
    priority: PRIORITIES[(rows.at(-1)?.priority ?? 1) - 1] ?? '',
    response: answer === undefined ? null : answer.at - created,
    resolution: end === undefined ? null : spent('works'),
    paused: end === undefined ? null : spent('waits'),
  }
}

/** Mean, median and ninth tenth in minutes of two decimals, as the report tells them. */
export function figuresOf(times: readonly number[]) {
  const sorted = times.toSorted((one, other) => one - other)
  const between = (share: number) => {
    const [place, rest] = [Math.trunc((sorted.length - 1) * share), ((sorted.length - 1) * share) % 1]
    return (sorted[place] ?? 0) * (1 - rest) + (sorted[place + 1] ?? 0) * rest
  }
  const mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length
  const [averageMinutes, medianMinutes, p90Minutes] = [mean, between(0.5), between(0.9)].map((ms) =>
    Number((Math.round(ms / 600) / 100).toFixed(2)),
  )
  return { cases: sorted.length, averageMinutes, medianMinutes, p90Minutes }
}
