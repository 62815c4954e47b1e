import type { Highlighted } from '@timedesk/contracts/search'

import './highlight.css'

/** A text with the words that were looked for marked in it. */
export function Highlight({ of }: { of: Highlighted }) {
  const { text: whole, ranges } = of
  return (
    <>
      {ranges.map(({ from, to }, index) => (
        <span key={from}>
          {whole.slice(ranges[index - 1]?.to ?? 0, from)}
          <mark className="td-found">{whole.slice(from, to)}</mark>
        </span>
      ))}
      {whole.slice(ranges.at(-1)?.to ?? 0)}
    </>
  )
}
