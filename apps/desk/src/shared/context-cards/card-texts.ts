/** What stands on a context card of our own, and why one shows nothing. */
export const cardEnglish = {
  newTab: 'Opens {{host}} in a new tab',
  copy: 'Copy {{label}}',
  copied: 'Copied',
  failed_address_refused: 'Its address may not be asked from here.',
  failed_unreachable: 'The other system cannot be reached.',
  failed_timeout: 'The other system did not answer in time.',
  failed_redirect: 'The other system answers from another address now.',
  failed_status: 'The other system answered with an error ({{status}}).',
  failed_too_large: 'The answer is too large to be shown.',
  failed_not_json: 'The answer cannot be read.',
  failed_wrong_shape: 'The answer cannot be shown.',
  failed_busy: 'Too many ask the other system just now.',
}

export const cardDanish: Record<keyof typeof cardEnglish, string> = {
  newTab: 'Åbner {{host}} i en ny fane',
  copy: 'Kopiér {{label}}',
  copied: 'Kopieret',
  failed_address_refused: 'Dets adresse må ikke spørges herfra.',
  failed_unreachable: 'Det andet system kan ikke nås.',
  failed_timeout: 'Det andet system svarede ikke i tide.',
  failed_redirect: 'Det andet system svarer nu fra en anden adresse.',
  failed_status: 'Det andet system svarede med en fejl ({{status}}).',
  failed_too_large: 'Svaret er for stort til at blive vist.',
  failed_not_json: 'Svaret kan ikke læses.',
  failed_wrong_shape: 'Svaret kan ikke vises.',
  failed_busy: 'For mange spørger det andet system lige nu.',
}
