export const presenceEnglish = {
  people: 'Here now',
  viewing: '{{name}} is looking at it',
  replying: '{{name}} is writing a reply',
  noting: '{{name}} is writing an internal note',
  more: 'and {{count}} more',
}

export const presenceDanish: Record<keyof typeof presenceEnglish, string> = {
  people: 'Her lige nu',
  viewing: '{{name}} ser på den',
  replying: '{{name}} skriver et svar',
  noting: '{{name}} skriver et internt notat',
  more: 'og {{count}} til',
}
