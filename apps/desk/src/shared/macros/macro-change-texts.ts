export const macroChangeEnglish = {
  changes: 'Changes',
  noChanges: 'It changes nothing else.',
  already: 'as it is',
  empty: 'none',
}

export const macroChangeDanish: Record<keyof typeof macroChangeEnglish, string> = {
  changes: 'Ændringer',
  noChanges: 'Den ændrer ikke andet.',
  already: 'som nu',
  empty: 'intet',
}
