import type { Simulation } from '@timedesk/contracts/simulation'
import { useFormat } from '@timedesk/ui/format'

import { minorOf } from '../../shared/money.ts'
import { Facts } from '../../shared/panels/facts.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { SimulationMonths } from './simulation-months.tsx'
import { useSimulatorWords } from './use-simulator-words.ts'

/** What the same work would have made under the draft, beside what it made. */
export function SimulationResult({ simulation }: { simulation: Simulation }) {
  const words = useSimulatorWords()
  const { entries, months } = simulation
  if (entries === 0) {
    return (
      <Panel title={words('result')}>
        <p className="desk-simulator-said" role="status">
          {words('empty')}
        </p>
      </Panel>
    )
  }
  return (
    <>
      <Panel title={words('result')}>
        <Said simulation={simulation} />
      </Panel>
      <div className="desk-simulator-columns">
        <Panel title={words('comparison')}>
          <ComparisonTable simulation={simulation} />
        </Panel>
        <Panel title={words('breakEven')}>
          <BreakEven breakEven={simulation.breakEven} hasProfit={simulation.draft.profit !== null} />
        </Panel>
      </div>
      <Panel title={words('chart')}>
        <SimulationMonths months={months} />
      </Panel>
    </>
  )
}

function Said({ simulation }: { simulation: Simulation }) {
  const words = useSimulatorWords()
  const format = useFormat()
  const { from, to, entries, minutes, difference, today, draft, leftOut, currency } = simulation
  const amountOf = (minor: number) => ({ amount: format.minor(Math.abs(minor), currency) })
  const paid = minorOf(difference)
  const profit = draft.profit === null || today.profit === null ? null : minorOf(draft.profit) - minorOf(today.profit)
  return (
    <div className="desk-simulator-said" role="status">
      <p>
        <strong>{paid === 0 ? words('same') : words(paid > 0 ? 'more' : 'less', amountOf(paid))}</strong>
      </p>
      {profit !== null && (
        <p>{profit === 0 ? words('profitSame') : words(profit > 0 ? 'profitMore' : 'profitLess', amountOf(profit))}</p>
      )}
      <p className="desk-quiet">
        {words('period', {
          from: format.workDate(from),
          to: format.workDate(to),
          entries: format.number(entries),
          minutes: format.minutes(minutes),
        })}
        {leftOut > 0 && ` ${words('leftOut', { count: leftOut })}`}
      </p>
    </div>
  )
}

type BreakEvenProps = { breakEven: Simulation['breakEven']; hasProfit: boolean }

function BreakEven({ breakEven, hasProfit }: BreakEvenProps) {
  const words = useSimulatorWords()
  const format = useFormat()
  const hoursOf = (hours: string | null, never: string) =>
    hours === null ? never : `${words('hours', { hours: format.factor(hours) })} ${words('perMonth')}`
  const { averageHoursPerMonth, hoursPerMonth, profitHoursPerMonth } = breakEven
  return (
    <Facts
      facts={[
        { label: words('average'), value: hoursOf(averageHoursPerMonth, '') },
        { label: words('even'), value: hoursOf(hoursPerMonth, words('evenNever')) },
        ...(hasProfit ? [{ label: words('loss'), value: hoursOf(profitHoursPerMonth, words('lossNever')) }] : []),
      ]}
    />
  )
}
