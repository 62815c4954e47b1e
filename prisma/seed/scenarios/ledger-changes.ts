import {
  answers,
  asks,
  cancels,
  code,
  confirms,
  hands,
  notes,
  solves,
  solvesQuietly,
  spent,
  tells,
  waits,
} from './steps.ts'
import type { Scenario } from './steps.ts'

/** Wishes, integrations and less usual cases around the bookkeeping product, in English. */
export const ledgerChanges: Scenario[] = [
  {
    key: 'ledger-layout',
    language: 'en',
    type: 'changeLedger',
    product: 'Ledger',
    tags: ['layout', 'invoice'],
    subject: 'New logo and bank details on our invoices',
    opening:
      'We have a new logo and a new bank from the first of next month. Can you change the invoice layout? Logo and details are attached to the mail to {colleague}; I upload them here as soon as I have them in print quality.',
    steps: [
      asks(
        'With pleasure. I need the logo as SVG or PDF, and the new IBAN in writing from somebody with signing rights, we are careful with account numbers.',
        spent(10, 'development', 'Change of invoice layout'),
      ),
      answers('Understood and appreciated. Our managing director has sent you both on paper and by secure mail.'),
      notes(
        'IBAN confirmed by calling back the managing director on the known number. Layout done, switch on the first.',
        spent(45, 'development', 'Change of invoice layout'),
      ),
      asks(
        'The new layout is ready under *Layouts → Draft*. Please look at a sample. It takes over by itself on the first of the month.',
        spent(15, 'development', 'Delivery of draft layout'),
      ),
      answers('Looks very good! Only the fax number may go, nobody has called it since 2009.'),
      solves(
        'The fax is history. Everything else is planned for the first.',
        spent(10, 'development', 'Adjustment of layout'),
      ),
    ],
  },
  {
    key: 'ledger-api',
    language: 'en',
    type: 'changeLedger',
    product: 'Ledger',
    tags: ['api', 'integration'],
    slots: { system: ['our web shop', 'our booking system', 'the till system'], status: ['422', '400'] },
    subject: 'API answers {status} when {system} creates invoices',
    opening: [
      'Our supplier connects {system} to Ledger. Creating customers works, but invoices are refused:',
      code('POST /v2/invoices\n{status}\n{ "code": "invalid_request", "pointer": "/lines/0/vatCode" }'),
      'They say they follow the documentation.',
    ],
    log: {
      name: 'request.txt',
      text: 'POST /v2/invoices HTTP/1.1\nContent-Type: application/json\n\n{ "customerNo": 10442, "currency": "DKK",\n  "lines": [ { "text": "Order", "quantity": 1, "unitPrice": "240.00", "vatCode": "25" } ] }\n\nHTTP/1.1 {status}\nX-Request-Id: 01J8-{isoDate}\n',
    },
    steps: [
      hands('ledgerTeam', 'Question on the API, vatCode.'),
      asks(
        'In `vatCode` you send `"25"`, but the field wants the *name* of the code, for sales in Denmark `"S25"`. You get all names from `GET /v2/vat-codes`. Could your supplier try with that?',
        spent(25, 'development', 'Advice on the API'),
      ),
      answers('That brought us further! Now the first invoice is created, but with yesterday’s date.'),
      tells(
        'Leave `date` out and the server’s date is used, in UTC. After midnight in Denmark that is still yesterday for an hour or two. Send `date` and you are in control.',
        spent(10, 'development', 'Advice on the API'),
      ),
      answers('Works, thank you. The supplier wonders whether the example in the documentation could be corrected.'),
      solves(
        'They are right, it did show `"25"`. The example is corrected as of today. Greetings to your supplier!',
        spent(20, 'internal', ''),
      ),
    ],
  },
  {
    key: 'ledger-currency',
    language: 'en',
    type: 'howTo',
    product: 'Ledger',
    tags: ['currency'],
    slots: { currency: ['EUR', 'SEK', 'NOK', 'GBP'], amount: ['184.20', '1,020.75', '312.40'] },
    subject: 'Exchange rate difference of {amount} on a {currency} payment',
    opening:
      'A customer paid us in {currency}, the full amount, and still {amount} DKK is left open on the invoice. What do I do with it? I do not want to send a reminder for that.',
    steps: [
      solves(
        'It is the difference between the rate of the invoice and that of the day of payment. Choose the entry, then *Settle → Rate difference*: Ledger posts the {amount} on account 7410 and the invoice is closed. You can let that happen by itself for {currency} in *Settings → Currencies → Settle differences*.',
        spent(10, 'phone', 'Guidance on rate differences'),
      ),
      confirms(),
    ],
  },
  {
    key: 'ledger-third-party-bank',
    language: 'en',
    type: 'errorLedger',
    product: 'Ledger',
    tags: ['bank', 'integration'],
    slots: { bank: ['Fjordbanken', 'Handelskassen', 'Nordkredit'] },
    subject: 'Automatic bank entries stopped {yesterday}',
    opening: [
      'No entries have come from {bank} since {yesterday}. In the integration it says:',
      code('consent_expired: renew access at your bank'),
    ],
    steps: [
      asks(
        'The bank’s permission runs out every 180 days. Would you press *Bank → Renew access* and sign with your key?',
        spent(5, 'phone', 'Help with bank access'),
      ),
      answers('I did, twice. It says thank you, and then the same message again.', {
        title: 'Ledger - Bank access',
        error: 'consent_expired: renew access',
        rows: ['Bank  {bank}', 'State  THANK YOU', 'Entries  none'],
      }),
      waits(
        'Then it is at the bank’s end. I have reported it to {bank} with the reference of your consent, and they are looking at it. Until then you can import the file by hand.',
        spent(25, 'remote', 'Report of error to {bank}'),
      ),
      notes(
        '{bank} confirmed a fault in their consent service, for all who renewed this week. Fix is promised.',
        spent(10, 'internal', ''),
      ),
      solves(
        '{bank} has corrected their fault. I fetched the missing days, all entries since {yesterday} are there.',
        spent(15, 'remote', 'Fetching of missing bank entries'),
      ),
      confirms(),
    ],
  },
  {
    key: 'ledger-approval-flow',
    language: 'en',
    type: 'changeLedger',
    product: 'Ledger',
    tags: ['approval', 'wish'],
    slots: { limit: ['10,000', '25,000', '50,000'], hours: { from: 4, to: 9 } },
    subject: 'Two approvers for purchases above {limit}',
    opening:
      'From a recommendation by our auditor: supplier invoices above DKK {limit} should be approved by two persons. Today one is enough. Is it a setting, or development?',
    steps: [
      asks(
        'Half of it is a setting: a second approver can be required by amount. What is missing is that the second may not be the one who created the supplier. Do you need that too? That part would be about {hours} hours.',
        spent(20, 'training', 'Advice on approval flow'),
      ),
      answers('The setting is enough for this year. We put the other on the budget.'),
      solves(
        'Then it is done: above DKK {limit} two approvers, valid for invoices that arrive from today on.',
        spent(25, 'remote', 'Setup of two approvers'),
      ),
    ],
  },
  {
    key: 'ledger-inventory-wish-cancelled',
    language: 'en',
    type: 'changeLedger',
    product: 'Ledger',
    priority: 'Low',
    tags: ['wish'],
    slots: { hours: { from: 40, to: 120 } },
    subject: 'Wish: stock module with batch numbers',
    opening:
      'We consider keeping our stock in Ledger, with batch numbers and best-before dates. Could you give us a rough idea of the effort?',
    steps: [
      asks(
        'A rough idea, not an offer: {hours} hours for batches and dates, and some work to bring your present data over. There are good ready-made systems that we integrate with. Shall we arrange a talk about which way is better for you?',
        spent(40, 'internal', ''),
      ),
      answers('That is more than we thought. We go for a ready-made one. Please close this.'),
      cancels('Customer chooses a ready-made system.'),
    ],
  },
  {
    key: 'ledger-scan-reader',
    language: 'en',
    type: 'errorLedger',
    product: 'Ledger',
    tags: ['scan', 'supplier'],
    slots: { supplier: ['Dansk Kontorforsyning', 'Havnens Proviant', 'Lund & Co. Papir'] },
    subject: 'Invoices from {supplier} are read with the wrong amount',
    opening:
      'The reader takes the *customer number* as the amount on all invoices from {supplier}. We nearly paid half a million for printer paper.',
    screenshot: {
      title: 'Ledger - Invoice reader',
      error: 'Amount differs from lines',
      rows: ['{supplier}', 'Amount  502,118.00', 'Lines   1,284.50'],
    },
    steps: [
      tells(
        'Well spotted! I have stopped automatic approval for {supplier}, so nothing can slip through while we look.',
        spent(10, 'remote', 'Stop of automatic approval'),
      ),
      notes(
        '{supplier} moved the customer number to where the total used to be. Model trained with five of their invoices; now 5 of 5 right.',
        spent(45, 'remote', 'Training of the invoice reader'),
      ),
      asks(
        'The reader has been taught the new layout of {supplier}. Could you read in the next one and tell me what it finds?',
        spent(10, 'remote', 'Adjustment of the invoice reader'),
      ),
      answers('Two came today, both right to the last øre.'),
      solvesQuietly(spent(5, 'internal', '')),
    ],
  },
]
