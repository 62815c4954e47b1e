export const skillEnglish = {
  title: 'Skills',
  text: 'What people know. Dispatch rules send cases by it; who has which is said on each person.',
  newSkill: 'New skill',
  createTitle: 'Create a skill',
  empty: 'Create what cases need somebody to know, such as networks or payroll.',
  people: 'People',
  activeHint: 'A skill that a dispatch rule in use asks for stays in use.',
}

export const skillDanish: Record<keyof typeof skillEnglish, string> = {
  title: 'Kompetencer',
  text: 'Det, medarbejderne kan. Visitationsregler sender sager efter det; hvem der kan hvad, står på den enkelte medarbejder.',
  newSkill: 'Ny kompetence',
  createTitle: 'Opret en kompetence',
  empty: 'Opret det, sager kræver, at nogen kan, for eksempel netværk eller løn.',
  people: 'Medarbejdere',
  activeHint: 'En kompetence, som en visitationsregel i brug spørger efter, bliver i brug.',
}
