import type { PotentialRow } from '@timedesk/contracts/potential'
import { useFormat } from '@timedesk/ui/format'

import { minorOf } from '../../shared/money.ts'
import './potential.css'
import { usePotentialWords } from './use-potential-words.ts'

const AGES = ['days30', 'days60', 'days90', 'older'] as const

/** How old what is ready is: a bar of four ages, and the same in words on it. */
export function AgeBar({ ages }: { ages: PotentialRow['ages'] }) {
  const words = usePotentialWords()
  const format = useFormat()
  const parts = AGES.map((age) => ({ age, minor: Math.max(0, minorOf(ages[age])) }))
  const whole = parts.reduce((sum, { minor }) => sum + minor, 0)
  if (whole === 0) return '—'
  const told = parts
    .filter(({ minor }) => minor > 0)
    .map(({ age }) => words('age', { age: words(age), amount: format.money(ages[age]) }))
    .join(', ')
  return (
    <span className="desk-ages" role="img" aria-label={told} title={told}>
      {parts.map(({ age, minor }) => (
        <span key={age} data-age={age} style={{ flexGrow: minor / whole }} />
      ))}
    </span>
  )
}

/** What the colours of the bars mean. */
export function AgeKey() {
  const words = usePotentialWords()
  return (
    <ul className="desk-age-key" aria-label={words('ages')}>
      {AGES.map((age) => (
        <li key={age}>
          <span data-age={age} aria-hidden="true" /> {words(age)}
        </li>
      ))}
    </ul>
  )
}
