export const similarEnglish = {
  title: 'Similar cases',
  failed: 'Similar cases could not be read.',
  retry: 'Try again',
  none: 'No other case resembles this one.',
  shared: 'Both have: {{words}}',
}

export const similarDanish: Record<keyof typeof similarEnglish, string> = {
  title: 'Lignende sager',
  failed: 'Lignende sager kunne ikke læses.',
  retry: 'Prøv igen',
  none: 'Ingen anden sag ligner denne.',
  shared: 'Begge har: {{words}}',
}
