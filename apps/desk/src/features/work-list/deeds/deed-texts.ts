/** Words of what is asked when a key changes the case that has the focus. */
export const deedEnglish = {
  priority: 'Priority of #{{number}}',
  type: 'Type of #{{number}}',
  noType: 'No type',
}

export const deedDanish: Record<keyof typeof deedEnglish, string> = {
  priority: 'Prioritet for #{{number}}',
  type: 'Type for #{{number}}',
  noType: 'Ingen type',
}
