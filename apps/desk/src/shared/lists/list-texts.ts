export const listEnglish = {
  search: 'Search',
  active: 'Active',
  inactive: 'Inactive',
  everything: 'All',
  showWhich: 'Which to show',
  filteredTitle: 'Nothing matches',
  filteredText: 'Nothing fits the search and the filters.',
  clearFilters: 'Clear search and filters',
  inactiveMark: 'Inactive',
}

export const listDanish: Record<keyof typeof listEnglish, string> = {
  search: 'Søg',
  active: 'Aktive',
  inactive: 'Inaktive',
  everything: 'Alle',
  showWhich: 'Hvad der vises',
  filteredTitle: 'Intet passer',
  filteredText: 'Intet passer til søgningen og filtrene.',
  clearFilters: 'Ryd søgning og filtre',
  inactiveMark: 'Inaktiv',
}
