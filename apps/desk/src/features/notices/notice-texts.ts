/** The words of the bell, which stands on every screen. */
export const noticeEnglish = {
  notices: 'Notices',
  unread_one: 'Notices: {{count}} case with something new',
  unread_other: 'Notices: {{count}} cases with something new',
  unreadHigh_one: 'Notices: {{count}} case that matters much',
  unreadHigh_other: 'Notices: {{count}} cases that matter much',
}

export const noticeDanish: Record<keyof typeof noticeEnglish, string> = {
  notices: 'Beskeder',
  unread_one: 'Beskeder: {{count}} sag med nyt',
  unread_other: 'Beskeder: {{count}} sager med nyt',
  unreadHigh_one: 'Beskeder: {{count}} vigtig sag',
  unreadHigh_other: 'Beskeder: {{count}} vigtige sager',
}
