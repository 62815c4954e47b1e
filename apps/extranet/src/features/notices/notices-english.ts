export const noticesEnglish = {
  bell: 'Notices',
  bellUnread_one: 'Notices, {{count}} unread',
  bellUnread_other: 'Notices, {{count}} unread',
  title: 'Notices',
  markAllRead: 'Mark all as read',
  none: 'No news. You will see here when there is an answer to one of your cases.',
  unread: 'Unread',
}
