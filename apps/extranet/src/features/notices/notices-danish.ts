import type { Translation } from '../../shared/words.ts'
import type { noticesEnglish } from './notices-english.ts'

export const noticesDanish: Translation<typeof noticesEnglish> = {
  bell: 'Beskeder',
  bellUnread_one: 'Beskeder, {{count}} ulæst',
  bellUnread_other: 'Beskeder, {{count}} ulæste',
  title: 'Beskeder',
  markAllRead: 'Markér alle som læst',
  none: 'Intet nyt. Her ser du det, når der er svar på en af dine sager.',
  unread: 'Ulæst',
}
