export const colleaguesEnglish = {
  title: 'Colleagues',
  text: 'Who at {{customer}} can use this place. Write to us when somebody comes or goes.',
  inactive: 'No access any more',
  none: 'Nobody else has access yet.',
  you: 'you',
  notForYou: 'Only managers see their colleagues here.',
}
