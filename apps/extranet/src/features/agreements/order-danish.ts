import type { Translation } from '../../shared/words.ts'
import type { orderEnglish } from './order-english.ts'

/** How orders of vouchers are told. */
export const orderDanish: Translation<typeof orderEnglish> = {
  orders: 'Bestil et klippekort',
  ordersText: 'Som I har købt før. {{supplier}} bekræfter bestillingen eller skriver hvorfor ikke; fakturaen følger.',
  ordersTitleReader: 'Bestilte klippekort',
  withoutVat: 'uden moms',
  order: 'Bestil',
  orderOf: 'Bestil {{units}} for {{price}}',
  orderTitle: 'Bestil {{units}}?',
  orderText: 'Det koster {{price}} uden moms. {{supplier}} bekræfter bestillingen, før den gælder.',
  orderMessage: 'Besked',
  orderMessageHint: 'For eksempel jeres ordrenummer. Kan stå tom.',
  orderSend: 'Send bestillingen',
  orderCancel: 'Annuller',
  orderSent: 'Din bestilling er sendt.',
  ordersList: 'Jeres bestillinger',
  order_open: 'Venter på svar',
  order_accepted: 'Accepteret',
  order_declined: 'Afvist',
  orderBy: '{{name}}, {{day}}',
  orderVoucher: 'Klippekort {{name}}',
  orderReason: 'Hvorfor: {{reason}}',
  columnOrder: 'Bestilling',
  columnPrice: 'Pris',
  columnState: 'Tilstand',
  columnAnswer: 'Svar',
}
