import { answers, asks, code, confirms, hands, notes, raisesTo, solves, solvesQuietly, spent, tells } from './steps.ts'
import type { Scenario } from './steps.ts'

/** Errors in the bookkeeping product, in English. */
export const ledgerErrors: Scenario[] = [
  {
    key: 'ledger-posting-rounding',
    language: 'en',
    type: 'errorLedger',
    product: 'Ledger',
    tags: ['posting', 'vat'],
    slots: {
      invoice: { from: 20110, to: 24890 },
      version: ['7.4.2', '7.4.3', '7.5.0', '7.5.1'],
      difference: ['0.01', '0.02', '-0.01'],
    },
    subject: '[[Invoice {invoice} cannot be posted|Cannot post invoice {invoice}: LDG-2107]]',
    opening: [
      'When I post invoice {invoice} Ledger stops and says the voucher does not balance. The invoice has two lines with a 12.5% discount and it looks right on the screen.',
      code('LDG-2107 Voucher out of balance\nDifference: {difference} DKK\nJournal: SALES   Voucher: {invoice}'),
      'Other invoices from the same day went through. We are on version {version}.',
    ],
    screenshot: {
      title: 'Ledger - Sales journal',
      error: 'LDG-2107 Voucher out of balance',
      rows: ['Voucher   {invoice}', 'Debit     18,437.50', 'VAT        4,609.38', 'Difference {difference}'],
    },
    steps: [
      asks(
        'Thanks for the exact text, that helps. Could you open the invoice, choose *Lines → Show decimals* and tell me the unit price of both lines? I suspect one of them has more than two decimals.',
        spent(15, 'remote', 'Analysis of posting error on invoice {invoice}'),
      ),
      answers(
        'You are right: line 2 shows 147.4975. It was copied from the quote, so nobody typed that. The first one is 245.00.',
      ),
      notes(
        'Reproduced on {version}: VAT is rounded per line but the total per invoice when the unit price has four decimals. Same as the report from last month. {dev} has a fix on the way for the next patch.',
        spent(25, 'correction', ''),
      ),
      solves(
        'Found it. The quote brings a price with four decimals along, and Ledger rounds VAT by line but the total only once. I have changed line 2 to 147.50, and the invoice is posted now as {invoice}. The rounding itself is corrected in the next patch, so you need not check your quotes.',
        spent(15, 'remote', 'Correction and posting of invoice {invoice}'),
      ),
      confirms(),
    ],
  },
  {
    key: 'ledger-bank-import',
    language: 'en',
    type: 'errorLedger',
    product: 'Ledger',
    tags: ['bank', 'import'],
    slots: { row: { from: 12, to: 240 }, bank: ['Fjordbanken', 'Sydkysten Bank', 'Handelskassen'] },
    subject: 'Bank file from {bank} is refused [[on import|since this morning]]',
    opening: [
      'The bank reconciliation will not read the file we download from {bank}. It worked last week and I have not changed anything.',
      code('Import failed at row {row}\nColumn "Amount": cannot read "1.284,50-"\nNo rows were imported.'),
      '[[I have tried downloading the file again, with the same result.|I tried with Edge and Chrome, same thing.]]',
    ],
    screenshot: {
      title: 'Ledger - Bank import',
      error: 'Import failed at row {row}',
      rows: ['File    export_{isoDate}.csv', 'Bank    {bank}', 'Column  Amount', 'Value   1.284,50-'],
    },
    steps: [
      notes(
        '{bank} puts the minus behind the amount since this week. That makes at least three customers. The profile can handle it (setting *Trailing sign*), it is just not switched on.',
        spent(15, 'remote', 'Examination of the bank file'),
      ),
      solves(
        [
          '{bank} has changed its format: withdrawals now have the minus sign *behind* the amount. I have adjusted your import profile:',
          '- *Settings → Bank → {bank} → Trailing sign*: on\n- decimal sign: comma (as before)',
          'I read your file of today as a trial, all rows were recognised. Please import it again yourself, then the reconciliation carries your name.',
        ],
        spent(20, 'remote', 'Adjustment of the bank import for {bank}'),
      ),
      answers("Imported, but now yesterday's file is in there twice. Is that my doing?"),
      tells(
        'Not quite: the rows before the error were in fact kept, although the message says otherwise. I have removed the doubles, and I am reporting the misleading message to our developers.',
        spent(15, 'correction', ''),
      ),
      solvesQuietly(),
    ],
  },
  {
    key: 'ledger-vat-report',
    language: 'en',
    type: 'errorLedger',
    product: 'Ledger',
    priority: 'High',
    tags: ['vat', 'report'],
    slots: { amount: ['12,480.00', '3,115.25', '48,902.50', '7,640.00'], voucher: { from: 3010, to: 9860 } },
    subject: 'VAT report for {prevMonth} does not agree with the ledger',
    opening: [
      "Our VAT report for {prevMonth} shows {amount} less purchase VAT than account 6902. The deadline for reporting is coming closer, so I'd be glad of a quick answer.",
      'What I have done so far:\n\n1. Recalculated the report (twice)\n2. Compared with the balance list: the balance is right\n3. Looked for drafts, there are none',
    ],
    steps: [
      tells(
        'I have taken this one and am looking at your journals now. Please do not report anything yet.',
        spent(10, 'phone', 'Telephone conversation about the VAT report'),
      ),
      hands('ledgerTeam', 'Report leaves out vouchers dated in a locked period, please look before the VAT deadline.'),
      notes(
        'Voucher {voucher} was dated {prevMonth} but posted after the period was locked with a reopened lock. `vat_period` is null on its rows, so the report skips them. Query used:\n\n' +
          code('select voucher, posted_at, vat_period\nfrom entry where account = 6902\nand vat_period is null;'),
        spent(55, 'correction', ''),
      ),
      solves(
        'The difference comes from a single voucher, {voucher}. It was posted while the period was open for correction, and lost its VAT period on the way. I have set the period, and your report now agrees with account 6902 to the øre. You can report the figures that stand there now.',
        spent(30, 'remote', 'Reconciliation of the VAT report for {prevMonth}'),
      ),
      answers(
        'Agreed to the øre indeed. Reported it right away. But can this happen again next quarter? {colleague} reopens periods all the time.',
      ),
      solves(
        'Good question. From version 7.5.2 the period is set anew when a locked period is opened, so then: no. Until you have that version, ask us to run the check before you report. It takes us a minute and costs you nothing.',
        spent(10, 'internal', ''),
      ),
    ],
  },
  {
    key: 'ledger-einvoice-rejected',
    language: 'en',
    type: 'errorLedger',
    product: 'Ledger',
    tags: ['e-invoice'],
    slots: { invoice: { from: 20110, to: 24890 }, ean: { from: 5798000100, to: 5798009900 } },
    subject: 'E-invoice {invoice} rejected by the municipality',
    opening: [
      'We sent invoice {invoice} to the municipality ({ean}001) and got this back in the outbox:',
      code(
        'Rejected by receiver\nF-INV051: The invoice must hold an order number or a contact reference\nDocument: {invoice}',
      ),
      'But there *is* an order number on the invoice, it is printed on the PDF?',
    ],
    steps: [
      asks(
        'On the PDF the order number comes from the field *Your reference*. The e-invoice looks in *Order no.*, which I believe is empty. Would you check that, and tell me whether you have more invoices to the same receiver?',
        spent(10, 'remote', 'Advice on rejected e-invoice {invoice}'),
      ),
      answers('Yes, empty! And yes, there are six more waiting. Do I have to credit them all?'),
      solves(
        [
          'No credit notes needed. A rejected e-invoice was never received, so you may send it again:',
          '1. Open *Outbox → Rejected*\n2. Choose the invoice and *Complete*\n3. Put the number into *Order no.* and press *Send again*',
          'For the six that wait I have moved the number for you. Next time choose the template “Public receiver”, it asks for the right field.',
        ],
        spent(20, 'remote', 'Correction of six e-invoices before sending'),
      ),
      confirms(),
    ],
  },
  {
    key: 'ledger-slow-report',
    language: 'en',
    type: 'errorLedger',
    product: 'Ledger',
    priority: 'Normal',
    tags: ['performance', 'report'],
    slots: { seconds: { from: 45, to: 290 }, version: ['7.4.3', '7.5.0', '7.5.1'] },
    subject: 'Balance report [[takes minutes to open|has become very slow]]',
    opening:
      'Since the upgrade to {version} the balance with dimensions takes {seconds} seconds, before it was about five. {colleague} gets a time-out now and then. It is the same for all of us, and it makes no difference whether we ask for one month or the whole year.',
    steps: [
      asks(
        'That is not as it should be. Which dimensions do you show in the report, and does it help to leave out *Project*?',
        spent(10, 'phone', 'Telephone support'),
      ),
      answers('Department and project. Without project it is quick again, three or four seconds.'),
      hands('ledgerTeam', 'Balance by project lost its index in 7.5, see numbers in the case.'),
      notes(
        'Plan shows a sequential scan over 4.1 million entries: the migration of 7.5 dropped `entry_project_period_idx` and nothing replaced it. Recreated on this customer, {seconds} s → 1.2 s. Goes into the next patch for everybody.',
        spent(70, 'correction', ''),
      ),
      solves(
        'An index went missing in the upgrade. I have put it back on your database over lunch, without any interruption. The report with both dimensions opens in a bit more than a second here; please try it at your end.',
        spent(15, 'correction', ''),
      ),
      answers('Wow, that is faster than it ever was. Thank you {staff}!'),
      solvesQuietly(),
    ],
  },
  {
    key: 'ledger-payment-file',
    language: 'en',
    type: 'errorLedger',
    product: 'Ledger',
    priority: 'High',
    tags: ['payments', 'bank'],
    slots: { run: { from: 210, to: 880 }, count: { from: 8, to: 64 } },
    subject: 'Payment run {run} failed halfway [[|- urgent]]',
    opening: [
      'Payment run {run} with {count} payments stopped in the middle. I do not dare to start it again, since I cannot tell which suppliers were paid. It is pay day today.',
      code('PAY-500 Connection closed by peer\nRun {run}: 0 confirmed, {count} unknown'),
    ],
    screenshot: {
      title: 'Ledger - Payment run {run}',
      error: 'PAY-500 Connection closed by peer',
      rows: ['Run        {run}', 'Confirmed  0', 'Unknown    {count}', 'State      INTERRUPTED'],
    },
    steps: [
      raisesTo('Critical'),
      tells(
        'Please leave it just as it is. I am calling the bank integration’s hotline now and will be back within the hour.',
        spent(20, 'phone', 'Urgent help with payment run {run}'),
      ),
      notes(
        'Integration log: the file was delivered at {clock} and acknowledged by the gateway. Only the receipt got lost. So all {count} payments are with the bank. The run must be set to *delivered* by hand, never sent again!',
        spent(35, 'remote', 'Tracing of payment run {run} at the bank gateway'),
      ),
      asks(
        'Good news: the bank has received all {count} payments, only its receipt never came back to us. Please check in your online bank under *Incoming files* that there is one file of today with {count} payments. Then I mark the run as delivered.',
        spent(15, 'phone', 'Telephone support'),
      ),
      answers('One file, {count} payments, status “in order”. What a relief.'),
      solves(
        'Then the run is marked as delivered, and nothing will be paid twice. The suppliers’ entries are settled as usual tonight. I have asked our developers to show “delivered, receipt missing” rather than “unknown”.',
        spent(15, 'remote', 'Completion of payment run {run}'),
      ),
      confirms(),
    ],
  },
]
