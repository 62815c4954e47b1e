export const cannedEnglish = {
  list: 'Canned texts',
  button: 'Canned text',
  buttonHint: 'Or type :: while writing',
  search: 'Find a text',
  otherLanguage: 'In the other language',
  searching: 'Looking for texts …',
  failed: 'The texts could not be read.',
  nothing: 'No text matches “{{query}}”.',
  none: 'There are no canned texts yet.',
  found_one: '{{count}} text. Arrow keys choose, Enter puts it in, Escape closes.',
  found_other: '{{count}} texts. Arrow keys choose, Enter puts one in, Escape closes.',
}

export const cannedDanish: Record<keyof typeof cannedEnglish, string> = {
  list: 'Standardtekster',
  button: 'Standardtekst',
  buttonHint: 'Eller skriv :: i teksten',
  search: 'Find en tekst',
  otherLanguage: 'På det andet sprog',
  searching: 'Leder efter tekster …',
  failed: 'Teksterne kunne ikke læses.',
  nothing: 'Ingen tekst passer til “{{query}}”.',
  none: 'Der er ingen standardtekster endnu.',
  found_one: '{{count}} tekst. Piletasterne vælger, Enter indsætter den, Escape lukker.',
  found_other: '{{count}} tekster. Piletasterne vælger, Enter indsætter en, Escape lukker.',
}
