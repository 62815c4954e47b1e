/** Words of lists whose rows can be chosen. */
export const selectionEnglish = {
  selection: 'What is chosen',
  selectionNone: 'Nothing chosen',
  selected_one: '{{count}} chosen',
  selected_other: '{{count}} chosen',
  selectAll: 'Choose all shown',
  selectNone: 'Let go',
  select: 'Choose {{name}}',
}

export const selectionDanish: Record<keyof typeof selectionEnglish, string> = {
  selection: 'Hvad der er valgt',
  selectionNone: 'Intet valgt',
  selected_one: '{{count}} valgt',
  selected_other: '{{count}} valgt',
  selectAll: 'Vælg alle viste',
  selectNone: 'Slip',
  select: 'Vælg {{name}}',
}
