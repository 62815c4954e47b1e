type Change = {
  field: string
  from: string | null
  to: string | null
}

type Shown = string | number | boolean | null | readonly string[]

/** The fields that differ, in words that read alone: call it with names, not with ids. */
export function changesBetween<Fields extends Record<string, Shown>>(before: Fields, after: Fields): Change[] {
  return Object.keys(before).flatMap((field) => {
    const from = shown(before[field] ?? null)
    const to = shown(after[field] ?? null)
    return from === to ? [] : [{ field, from, to }]
  })
}

function shown(value: Shown): string | null {
  if (value === null) return null
  return typeof value === 'object' ? value.join(', ') : String(value)
}
