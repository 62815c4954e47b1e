/** The words of a colleague's question, wherever in the desk the asked person is. */
export const askedEnglish = {
  ask: '{{name}} asks about what you write',
  take_over: '{{name}} takes over what you write',
  open: 'Open the case',
  later: 'Not now',
}

export const askedDanish: Record<keyof typeof askedEnglish, string> = {
  ask: '{{name}} spørger om det, du skriver',
  take_over: '{{name}} tager over, hvor du skriver',
  open: 'Åbn sagen',
  later: 'Ikke nu',
}
