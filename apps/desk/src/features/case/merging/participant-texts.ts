export const participantEnglish = {
  participants: 'Contacts who take part',
  none: 'Nobody beside the contact of the case.',
  failed: 'They could not be read.',
  add: 'Let a contact see it',
  addHint: 'They see the dialogue and may answer',
  remove: '{{name}} no longer sees it',
  cameWith: 'Came with #{{number}}',
  addedBy: 'Added by {{name}}, {{when}}',
  added: '{{name}} sees the case now',
  removed: '{{name}} no longer sees the case',
}

export const participantDanish: Record<keyof typeof participantEnglish, string> = {
  participants: 'Kontakter der er med',
  none: 'Ingen ud over sagens kontakt.',
  failed: 'De kunne ikke læses.',
  add: 'Lad en kontakt se den',
  addHint: 'De ser dialogen og må svare',
  remove: '{{name}} ser den ikke mere',
  cameWith: 'Kom med #{{number}}',
  addedBy: 'Tilføjet af {{name}}, {{when}}',
  added: '{{name}} ser sagen nu',
  removed: '{{name}} ser ikke sagen mere',
}
