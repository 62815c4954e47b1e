import type { Translation } from '../../shared/words.ts'
import type { timeEnglish } from './time-english.ts'

/** How the time on a case is told to the customer. */
export const timeDanish: Translation<typeof timeEnglish> = {
  title: 'Tid',
  shown_approved: 'Tid vises her, når den er godkendt.',
  shown_live: 'Tid vises her, så snart den er registreret.',
  none: 'Der er ingen tid at vise endnu.',
  listLabel: 'Tid på sagen',
  columnWork: 'Arbejde',
  columnDay: 'Dag',
  columnWorked: 'Arbejdet',
  columnCounts: 'Tæller som',
  columnCover: 'Dækkes af',
  columnAmount: 'Beløb',
  total: 'I alt',
  takenBack: 'Taget tilbage',
  takenBackText: 'En tidligere linje er taget tilbage.',
  piece: '{{minutes}} {{cover}}',
  voucher: 'Klippekort {{name}}',
  subscription: 'Abonnement {{name}}',
  time_spent: 'Faktureres efter tid',
  overage: 'Ud over aftalen, faktureres efter tid',
  overage_approval: 'Ud over aftalen, venter på accept',
  overage_blocked: 'Ud over aftalen, ikke afklaret endnu',
  overage_declined: 'Ud over aftalen, opkræves ikke',
  non_billable: 'Opkræves ikke',
  missing_rate: 'Prisen er ikke fastsat endnu',
}
