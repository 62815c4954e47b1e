/** Words that the lists and dialogs of every kind of setting have in common. */
export const commonEnglish = {
  name: 'Name',
  emptyTitle: 'Nothing here yet',
  editThing: 'Edit {{name}}',
  usedBy: 'Used by',
  agreements_one: '{{count}} agreement',
  agreements_other: '{{count}} agreements',
  position: 'Position',
  positionHint: 'Smaller stands first.',
  isActive: 'In use',
  log: 'Changes',
  logEmpty: 'Nothing has been changed since it came with the first set-up.',
}

export const commonDanish: Record<keyof typeof commonEnglish, string> = {
  name: 'Navn',
  emptyTitle: 'Intet her endnu',
  editThing: 'Rediger {{name}}',
  usedBy: 'Bruges af',
  agreements_one: '{{count}} aftale',
  agreements_other: '{{count}} aftaler',
  position: 'Placering',
  positionHint: 'Mindre står først.',
  isActive: 'I brug',
  log: 'Ændringer',
  logEmpty: 'Intet er ændret, siden den kom med den første opsætning.',
}
