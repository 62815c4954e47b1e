import type { TextProblem } from './use-problem-sentence.ts'

type MirrorProps = { text: string; problems: readonly TextProblem[]; scroll: number }

/** Lies behind the box and draws a wave below what is wrong; the box itself can hold only one kind of letters. */
export function Mirror({ text, problems, scroll }: MirrorProps) {
  if (problems.length === 0) return null
  const parts = cutAt(text, problems)
  return (
    <span className="desk-query-mirror" aria-hidden="true">
      <span style={{ transform: `translateX(${String(-scroll)}px)` }}>
        {parts.map(({ at, part, isWrong }) => (
          <span key={at} data-wrong={isWrong || undefined}>
            {part}
          </span>
        ))}
      </span>
    </span>
  )
}

function cutAt(text: string, problems: readonly TextProblem[]): { at: number; part: string; isWrong: boolean }[] {
  const parts: { at: number; part: string; isWrong: boolean }[] = []
  let end = 0
  for (const { at, length } of problems) {
    if (at < end) continue
    parts.push({ at: end, part: text.slice(end, at), isWrong: false })
    parts.push({ at: at + 0.5, part: text.slice(at, at + length), isWrong: true })
    end = at + length
  }
  return [...parts, { at: end, part: text.slice(end), isWrong: false }]
}
