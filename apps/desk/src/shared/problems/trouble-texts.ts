/** Words around refusals and faults: why there was no answer, and who can help. */
export const troubleEnglish = {
  network: 'The server cannot be reached. Check the connection and try again.',
  timeout: 'The server took too long to answer. Try again.',
  unexpected_answer: 'The server answered something this page does not understand. Reload the page.',
  notFoundTitle: 'Nothing here',
  notFoundText: 'It is not there, or you may not see it.',
  backToCases: 'To the cases',
  administrator: 'An administrator',
  retryAfter_one: 'Try again in {{count}} second.',
  retryAfter_other: 'Try again in {{count}} seconds.',
  crashedTitle: 'This page has failed',
  crashed: 'Something in the page broke. What you wrote in a case is kept as a draft.',
  reload: 'Reload the page',
  updated: 'Timedesk seems to have been updated. Reload the page when it suits you.',
}

export const troubleDanish: Record<keyof typeof troubleEnglish, string> = {
  network: 'Serveren kan ikke nås. Tjek forbindelsen, og prøv igen.',
  timeout: 'Serveren var for længe om at svare. Prøv igen.',
  unexpected_answer: 'Serveren svarede noget, som siden ikke forstår. Genindlæs siden.',
  notFoundTitle: 'Her er ikke noget',
  notFoundText: 'Det findes ikke, eller du må ikke se det.',
  backToCases: 'Til sagerne',
  administrator: 'En administrator',
  retryAfter_one: 'Prøv igen om {{count}} sekund.',
  retryAfter_other: 'Prøv igen om {{count}} sekunder.',
  crashedTitle: 'Siden er gået i stykker',
  crashed: 'Noget på siden fejlede. Det, du skrev på en sag, er gemt som kladde.',
  reload: 'Genindlæs siden',
  updated: 'Timedesk ser ud til at være opdateret. Genindlæs siden, når det passer dig.',
}
