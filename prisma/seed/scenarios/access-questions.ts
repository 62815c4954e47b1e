import { answers, asks, confirms, notes, solves, solvesQuietly, spent, tells } from './steps.ts'
import type { Scenario } from './steps.ts'

/** Users, sign-in, questions and invoices, in English. */
export const accessAndQuestions: Scenario[] = [
  {
    key: 'new-user',
    language: 'en',
    type: 'newUser',
    tags: ['user'],
    slots: {
      newcomer: [
        'Signe Lauritsen',
        'Oliver Stern',
        'Ida Mørk',
        'Thomas Bak',
        'Elena Petrova',
        'Lasse Winther',
        'Nadia Karim',
      ],
      team: ['finance', 'planning', 'the warehouse', 'sales'],
    },
    subject: 'New colleague: {newcomer}',
    opening:
      '{newcomer} starts with us on {soon} and will work in {team}. Please create a user with the same rights as {colleague}.',
    steps: [
      asks(
        'Welcome to {newcomer}! Which e-mail address shall the invitation go to, and do the rights include approval of payments? {colleague} has that one, so I’d rather ask.',
        spent(5, 'remote', 'Creation of user'),
      ),
      answers(
        'The address follows our usual pattern, first name at our domain. No approval of payments please, good that you ask.',
      ),
      solves(
        'The user is made, without approval of payments. The invitation goes out in the morning of {soon} and is good for seven days.',
        spent(10, 'remote', 'Creation of user {newcomer}'),
      ),
      confirms(),
    ],
  },
  {
    key: 'leaver',
    language: 'en',
    type: 'access',
    tags: ['user'],
    slots: { leaver: ['Martin Ravn', 'Caroline Ekberg', 'Steen Olesen', 'Julia Novak'] },
    subject: 'Please close the access of {leaver}',
    opening: '{leaver} leaves us today. Please close all access at 16:00 and let {colleague} take over the open tasks.',
    steps: [
      solves(
        'Access closes at 16:00, all sessions end then. Seven open tasks move to {colleague} at the same time. The history keeps the name of {leaver}, nothing is deleted.',
        spent(15, 'remote', 'Closing of access for {leaver}'),
      ),
    ],
  },
  {
    key: 'locked-out',
    language: 'en',
    type: 'signIn',
    byPhone: true,
    tags: ['sign-in'],
    subject: 'Locked out after too many attempts',
    opening:
      '{contact} called: cannot sign in after the holiday, “too many attempts, try again later”. Has a new phone, so the codes for signing in are gone as well. Identity checked by calling back on the number we have.',
    steps: [
      solves(
        'As agreed on the phone: the lock is lifted, and the old phone is removed. At the next sign-in you will be asked to set up the new one. Please store the ten spare codes somewhere other than on the phone.',
        spent(10, 'phone', 'Reset of two-step sign-in'),
      ),
    ],
  },
  {
    key: 'training-request',
    language: 'en',
    type: 'howTo',
    product: 'Ledger',
    tags: ['training'],
    slots: { people: ['three', 'four', 'six'] },
    subject: 'Training for {people} new bookkeepers',
    opening:
      'We have {people} new people in the accounts department. Do you offer training in Ledger at our place? Half a day would be enough: posting, bank, VAT.',
    steps: [
      asks(
        'We do. Half a day (three hours) with a programme of your own, on your usual hourly terms plus transport. I could come on {soon}, or a week later. Which would you prefer?',
        spent(15, 'phone', 'Planning of training'),
      ),
      answers('{soon} is fine. From 9 to 12, room on the second floor.'),
      notes(
        'Slides adapted to their chart of accounts, exercise company made.',
        spent(60, 'training', 'Preparation of training'),
      ),
      solves(
        'Thanks for a good morning with many sharp questions! Slides and exercises are attached to your company’s page. Just write here if something comes up in the first weeks.',
        spent(180, 'onSite', 'Training in Ledger, half a day'),
      ),
      answers('Thank *you*. The group was very pleased.'),
      solvesQuietly(),
    ],
  },
  {
    key: 'year-end-how',
    language: 'en',
    type: 'howTo',
    product: 'Ledger',
    tags: ['year-end'],
    subject: 'How do we close the year [[without locking the auditor out|in the right order]]?',
    opening:
      'We would like to close last year in Ledger, but our auditor still has a few corrections coming. In which order should we do things?',
    steps: [
      solves(
        [
          'You can do both. The order we recommend:',
          '1. *Lock periods* 1–12 for everybody but the role “Auditor”\n2. *Carry forward balances*: can be repeated as often as you like\n3. The auditor posts into period 13\n4. Carry forward once more, then *Close year*',
          'Only step 4 is final. Call me if you want company for that one.',
        ],
        spent(20, 'training', 'Guidance on closing the year'),
      ),
      answers('Very clear. And if we find something after step 4?'),
      solves(
        'Then it goes into the new year as a correction, as the law wants it. That is why I’d wait with step 4 until the auditor has signed.',
        spent(5, 'phone', 'Guidance on closing the year'),
      ),
    ],
  },
  {
    key: 'export-accounts',
    language: 'en',
    type: 'howTo',
    product: 'Ledger',
    priority: 'Low',
    tags: ['export'],
    subject: 'Export of all entries for the auditor',
    opening:
      'Our auditor asks for “all entries of the year as a file”. I found an export of each account, but not of everything. Does that exist?',
    steps: [
      solves(
        'It does: *Reports → Standard audit file → Year*. The auditor can read it as it is, it holds chart of accounts, entries and customers. With many entries it takes a few minutes; you get a mail with the link when it is ready.',
        spent(10, 'phone', 'Guidance on audit file'),
      ),
      confirms(),
    ],
  },
  {
    key: 'invoice-question',
    language: 'en',
    type: 'billing',
    tags: ['invoice'],
    slots: { invoice: { from: 4010, to: 4890 }, hours: ['1.5', '2.25', '3', '0.75'] },
    subject: 'Question about your invoice {invoice}',
    opening:
      'On your invoice {invoice} there are {hours} hours for {prevMonth} that I cannot place. Could you tell me which case they belong to, and who asked for it?',
    steps: [
      notes(
        'Time is on a case that {colleague} opened; text for the customer was left empty. Have asked the team to fill it in every time.',
        spent(10, 'internal', ''),
      ),
      solves(
        'The {hours} hours belong to the change that {colleague} ordered last month. You are right that the invoice did not say so, I am sorry. I have sent you the specification with case, date and text for each line. Just call if it raises more questions.',
        spent(15, 'internal', ''),
      ),
      answers('Thank you, now I can approve it.'),
      solvesQuietly(),
    ],
  },
  {
    key: 'agreement-po',
    language: 'en',
    type: 'billing',
    priority: 'Low',
    tags: ['invoice', 'po'],
    slots: { po: { from: 450010, to: 459990 } },
    subject: 'New PO number for [[support|our invoices]]',
    opening:
      'From next month on please put PO number {po} on the invoices for support. Invoices without it are sent back by our scanner.',
    steps: [solves('Noted on your agreement: from the next invoice on it says {po}.', spent(5, 'internal', ''))],
  },
  {
    key: 'two-step-question',
    language: 'en',
    type: 'signIn',
    tags: ['security', 'sign-in'],
    subject: 'Can we require two-step sign-in for everybody?',
    opening:
      'Our insurance company wants two-step sign-in for all our systems before the end of the quarter. Can we switch it on for everybody at once, and what do people see?',
    steps: [
      tells(
        'Yes. It is one switch: *Company → Security → Require two steps*. At the next sign-in each person is led through it with a QR code, which takes about a minute. Give me a little time to see who of yours would be in trouble.',
        spent(15, 'remote', 'Advice on two-step sign-in'),
      ),
      notes(
        'Two shared users (“warehouse”, “canteen”) would be locked out. They need keys, or users of their own.',
        spent(10, 'internal', ''),
      ),
      asks(
        'Two of your users are shared by several people: “warehouse” and “canteen”. Shared codes are a poor idea, I’d suggest a hardware key for each. Shall we leave those two out for now?',
        spent(10, 'remote', 'Advice on two-step sign-in'),
      ),
      answers('Leave them out, we order two keys. Please switch it on from Monday.'),
      solves(
        'It is set to start on Monday at 6:00. You will find a short guide to forward to your colleagues in the help centre under “Two steps”.',
        spent(10, 'remote', 'Setup of two-step sign-in'),
      ),
    ],
  },
]
