import type { EventPayload } from '@timedesk/contracts/events'
import type { Format } from '@timedesk/ui/format'

import { wordUnits } from './settlement-values.ts'
import { remark, wordAmount, type EventWords, type Values } from './word-changes.ts'

/** What events of potential, invoices, runs and payments tell beside name, changes and reason. */
export function invoicingValues(event: EventPayload, words: EventWords, format: Format): Values {
  return { ...documentValues(event, words, format), ...wishValues(event, words, format) }
}

function documentValues(event: EventPayload, words: EventWords, format: Format): Values {
  switch (event.type) {
    case 'potential.marked':
      return {
        mark: words.say(`mark.${event.kind}`),
        text: event.text,
        amount: event.amount === null ? '' : ` (${wordAmount(event.amount, format)})`,
      }
    case 'potential.released':
      return { text: event.text, wasMarked: words.say(`wasMarked.${event.kind}`) }
    case 'invoice.drafted':
    case 'invoice.deleted':
      return { document: words.say(`document.${event.kind}`), net: wordAmount(event.net, format) }
    case 'invoice.line_added':
    case 'invoice.line_removed':
      return { text: event.text, net: wordAmount(event.net, format) }
    case 'invoice.line_changed':
      return { text: event.text }
    case 'invoice.posted':
      return {
        document: words.say(`document.${event.kind}`),
        number: event.number,
        payable: wordAmount(event.payable, format),
      }
    case 'invoice.sent':
      return { number: event.number, recipient: event.to }
    case 'invoice.reminded':
      return { number: event.number, level: format.number(event.level), recipient: event.to }
    case 'invoice.credited':
      return { number: event.number, creditNote: event.creditNote, payable: wordAmount(event.payable, format) }
    case 'payment.recorded':
      return {
        number: event.number,
        amount: wordAmount(event.amount, format),
        paidOn: format.workDate(event.paidOn),
      }
    case 'payment.reversed':
      return { number: event.number, amount: wordAmount(event.amount, format) }
    default:
      return runValues(event, format)
  }
}

function runValues(event: EventPayload, format: Format): Values {
  switch (event.type) {
    case 'run.planned':
      return {
        number: String(event.number),
        customers: format.number(event.customers),
        documents: format.number(event.documents),
      }
    case 'run.finished':
      return {
        number: String(event.number),
        documents: format.number(event.documents),
        skipped: format.number(event.skipped),
      }
    case 'run.committed':
    case 'run.cancelled':
      return { number: String(event.number) }
    default:
      return {}
  }
}

/** What contacts ask for, and what came of it. */
function wishValues(event: EventPayload, words: EventWords, format: Format): Values {
  switch (event.type) {
    case 'time.questioned':
      return { question: event.question }
    case 'time.question_answered':
      return { resolution: words.say(`question.${event.resolution}`), answer: remark(event.answer) }
    case 'overage.consented':
      return { verdict: words.say(`overage.${event.verdict}`) }
    case 'voucher.ordered':
      return {
        quantity: words.say(`unit.${event.unit}`, { count: wordUnits(event.quantity, event.unit, format) }),
        price: wordAmount(event.price, format),
      }
    case 'voucher.order_decided':
      return { verdict: words.say(`order.${event.verdict}`) }
    default:
      return {}
  }
}
