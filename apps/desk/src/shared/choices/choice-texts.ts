export const choiceEnglish = {
  narrow: 'Type to narrow',
  nothing: 'There is nothing to choose.',
}

export const choiceDanish: Record<keyof typeof choiceEnglish, string> = {
  narrow: 'Skriv for at afgrænse',
  nothing: 'Der er intet at vælge.',
}
