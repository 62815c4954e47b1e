export const integrityEnglish = {
  title: 'Integrity',
  text: 'What must always be true of time and money, checked in the database right now.',
  again: 'Check again',
  sound: 'Everything is sound',
  soundText: '{{count}} checks, nothing breaks them.',
  broken: 'Something is not as it must be',
  brokenText_one: '{{count}} thing breaks the checks below. Nothing is mended by itself: tell whoever runs Timedesk.',
  brokenText_other: '{{count}} things break the checks below. Nothing is mended by itself: tell whoever runs Timedesk.',
  checkedAt: 'Checked {{at}}',
  checks: 'Checks',
  fine: 'Sound',
  violations_one: '{{count}} breaks it',
  violations_other: '{{count}} break it',
  examples: 'The first of them',
}

export const integrityDanish: Record<keyof typeof integrityEnglish, string> = {
  title: 'Integritet',
  text: 'Hvad der altid skal være sandt om tid og penge, tjekket i databasen lige nu.',
  again: 'Tjek igen',
  sound: 'Alt er i orden',
  soundText: '{{count}} tjek, intet bryder dem.',
  broken: 'Noget er ikke, som det skal være',
  brokenText_one:
    '{{count}} ting bryder tjekkene nedenfor. Intet rettes af sig selv: sig det til den, der driver Timedesk.',
  brokenText_other:
    '{{count}} ting bryder tjekkene nedenfor. Intet rettes af sig selv: sig det til den, der driver Timedesk.',
  checkedAt: 'Tjekket {{at}}',
  checks: 'Tjek',
  fine: 'I orden',
  violations_one: '{{count}} bryder det',
  violations_other: '{{count}} bryder det',
  examples: 'De første af dem',
}
