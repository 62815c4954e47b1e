export const caseFieldsEnglish = {
  title: 'Fields',
  edit: 'Edit the fields',
  save: 'Save',
  cancel: 'Cancel',
  empty: '–',
  yes: 'Yes',
  hidden: 'kept, though this case does not show it',
  failed: 'The fields could not be read.',
}

export const caseFieldsDanish: Record<keyof typeof caseFieldsEnglish, string> = {
  title: 'Felter',
  edit: 'Rediger felterne',
  save: 'Gem',
  cancel: 'Fortryd',
  empty: '–',
  yes: 'Ja',
  hidden: 'gemt, selv om sagen ikke viser det',
  failed: 'Felterne kunne ikke læses.',
}
