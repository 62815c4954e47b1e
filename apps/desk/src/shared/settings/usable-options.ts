type Thing = { id: string; name: string; isActive: boolean }

/** The choices of a select: what is in use, and what is chosen already. */
export function usableOptions(things: readonly Thing[], chosen: string | null = null) {
  return things
    .filter(({ id, isActive }) => isActive || id === chosen)
    .map(({ id, name }) => ({ value: id, label: name }))
}
