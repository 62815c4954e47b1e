export const noticeEnglish = {
  notices: 'Notices',
  unread_one: '{{count}} unread notice',
  unread_other: '{{count}} unread notices',
  none: 'Nothing new',
  noneText: 'Here you hear of what happens on your cases.',
  readAll: 'Mark all as read',
  unreadMark: 'Unread',
}

export const noticeDanish: Record<keyof typeof noticeEnglish, string> = {
  notices: 'Beskeder',
  unread_one: '{{count}} ulæst besked',
  unread_other: '{{count}} ulæste beskeder',
  none: 'Intet nyt',
  noneText: 'Her hører du om, hvad der sker på dine sager.',
  readAll: 'Markér alle som læst',
  unreadMark: 'Ulæst',
}
