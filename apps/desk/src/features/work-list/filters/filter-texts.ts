/** Words of the form of all filters. */
export const filterEnglish = {
  title: 'Filters',
  hint: 'What is chosen here stands in the box above the list, and the other way round.',
  states: 'Only those that are',
  any: 'Any',
  due: 'Due',
  'due_..today': 'Until today, past ones too',
  'due_..tomorrow': 'Until tomorrow',
  'due_<7d': 'Within a week',
  due_none: 'Nothing promised',
  due_written: 'As written in the box',
  done: 'Show the list',
}

export const filterDanish: Record<keyof typeof filterEnglish, string> = {
  title: 'Filtre',
  hint: 'Det, der vælges her, står i feltet over listen, og omvendt.',
  states: 'Kun dem, der er',
  any: 'Alle',
  due: 'Frist',
  'due_..today': 'Til og med i dag, også overskredne',
  'due_..tomorrow': 'Til og med i morgen',
  'due_<7d': 'Inden for en uge',
  due_none: 'Intet lovet',
  due_written: 'Som skrevet i feltet',
  done: 'Vis listen',
}
