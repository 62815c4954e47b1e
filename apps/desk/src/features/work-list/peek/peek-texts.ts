/** Words of the preview beside the list. */
export const peekEnglish = {
  peek: 'Preview of #{{number}}',
  open: 'Open the case',
  close: 'Close the preview',
  messages: 'Last messages',
  noMessages: 'Nothing was written yet.',
  internal: 'Internal',
  cover: 'Cover',
  keys: 'Enter opens, Space closes; the arrows go on through the list.',
}

export const peekDanish: Record<keyof typeof peekEnglish, string> = {
  peek: 'Forhåndsvisning af #{{number}}',
  open: 'Åbn sagen',
  close: 'Luk forhåndsvisningen',
  messages: 'Seneste beskeder',
  noMessages: 'Der er ikke skrevet noget endnu.',
  internal: 'Intern',
  cover: 'Dækning',
  keys: 'Enter åbner, mellemrum lukker; pilene går videre gennem listen.',
}
