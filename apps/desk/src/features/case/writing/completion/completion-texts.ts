export const completionEnglish = {
  people: 'Colleagues and departments',
  department: 'Department: everybody in it is told',
  noCases: 'May not read cases',
  cases: 'Cases',
  deeds: 'What can be done',
  searching: 'Looking …',
  failed: 'This could not be read.',
  nothing: 'Nothing fits “{{query}}”.',
  keys: 'Arrow keys choose, Enter takes it, Escape closes.',
}

export const completionDanish: Record<keyof typeof completionEnglish, string> = {
  people: 'Kolleger og afdelinger',
  department: 'Afdeling: alle i den får besked',
  noCases: 'Må ikke læse sager',
  cases: 'Sager',
  deeds: 'Hvad der kan gøres',
  searching: 'Leder …',
  failed: 'Det kunne ikke læses.',
  nothing: 'Intet passer til “{{query}}”.',
  keys: 'Piletasterne vælger, Enter tager, Escape lukker.',
}
