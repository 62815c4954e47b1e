export const contextEnglish = {
  asOf: 'As of',
  refresh: 'Ask {{name}} again',
  refreshed: '{{name}} was asked again.',
  empty: 'Nothing is known of this case there.',
  unread: 'This could not be read.',
  retry: 'Try again',
}

export const contextDanish: Record<keyof typeof contextEnglish, string> = {
  asOf: 'Hentet',
  refresh: 'Spørg {{name}} igen',
  refreshed: '{{name}} er spurgt igen.',
  empty: 'Der vides intet om sagen der.',
  unread: 'Dette kunne ikke læses.',
  retry: 'Prøv igen',
}
