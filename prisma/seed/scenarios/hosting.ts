import {
  answers,
  asks,
  cancels,
  code,
  confirms,
  notes,
  raisesTo,
  solves,
  solvesQuietly,
  spent,
  tells,
  waits,
} from './steps.ts'
import type { Scenario } from './steps.ts'

/** Hosting and operations, in English. */
export const hostingScenarios: Scenario[] = [
  {
    key: 'hosting-certificate',
    language: 'en',
    type: 'domain',
    product: 'Hosting',
    priority: 'High',
    tags: ['certificate'],
    subject: 'Browser warns about the certificate of {site}',
    opening: [
      'Our customers see a warning when they open {site}:',
      code('NET::ERR_CERT_DATE_INVALID\nThe certificate of {site} expired'),
      'It looks dreadful, please renew it.',
    ],
    screenshot: {
      title: 'Privacy error - {site}',
      error: 'NET::ERR_CERT_DATE_INVALID',
      rows: ['Your connection is not private', '{site}', 'Certificate expired'],
    },
    steps: [
      tells('I am on it. It should be renewed within half an hour.', spent(5, 'operations', 'Renewal of certificate')),
      notes(
        'ACME challenge failed for 30 days: their DNS has a CAA record that only allows another issuer. Issued through the allowed one for now. Nobody read the mails of the renewal robot: alarm moved to the on-call channel.',
        spent(35, 'operations', 'Renewal of certificate for {site}'),
      ),
      solves(
        'The certificate is renewed and runs for 90 days. The automatic renewal was blocked by a CAA record in your DNS. Could whoever manages your domain add `letsencrypt.org` to it? Then it will look after itself from now on. We have set an alarm in any case.',
        spent(10, 'operations', 'Advice on CAA record'),
      ),
      answers('Thanks. Our web agency has added the record.'),
      solvesQuietly(),
    ],
  },
  {
    key: 'hosting-disk-full',
    language: 'en',
    type: 'incident',
    product: 'Hosting',
    priority: 'Critical',
    tags: ['server', 'disk'],
    slots: { server: ['app01', 'app02', 'sql01', 'files01'], gb: { from: 120, to: 480 } },
    subject: '{site} is down: no space left on device',
    opening: [
      'Nothing works any more since {clock}. All pages give error 503, and the log viewer says:',
      code('ERROR could not extend file "base/16412/24576": No space left on device\nHINT: Check free disk space.'),
    ],
    log: {
      name: 'postgresql.log',
      text: '{isoDate} {clock}:11 CET ERROR:  could not extend file "base/16412/24576": No space left on device\n{isoDate} {clock}:11 CET HINT:  Check free disk space.\n{isoDate} {clock}:14 CET PANIC:  could not write to file "pg_wal/xlogtemp.871": No space left on device\n{isoDate} {clock}:15 CET LOG:  terminating any other active server processes\n',
    },
    steps: [
      tells(
        'We have seen it and are freeing space on {server} right now. Expect to be back in about twenty minutes.',
        spent(20, 'correction', ''),
      ),
      notes(
        code('/dev/sdb1  {gb}G  {gb}G  0G  100% /var/lib/postgresql') +
          '\n\nA replication slot of the old standby kept all WAL since Friday. Slot dropped, 96 GB came back. Database started cleanly, consistency check running.',
        spent(50, 'correction', ''),
      ),
      asks(
        'You are back since a quarter of an hour. No data was lost: all that was confirmed to your users is stored. Would you try the most important things and tell us if anything looks odd?',
        spent(15, 'correction', ''),
      ),
      answers('Everything works from our side. What was it, and can it happen again?'),
      solves(
        [
          'Fair question. In short:',
          '- an old standby server was taken down on Friday, but {server} kept on saving changes for it\n- after three days the disk was full\n- our alarm at 85% was sent to a mailbox that nobody watches at the weekend',
          'We have removed the cause, put a ceiling on what may be kept, and moved the alarm to the phone on call. The time is not invoiced, of course.',
        ],
        spent(30, 'internal', ''),
      ),
      confirms(),
    ],
  },
  {
    key: 'hosting-restore-file',
    language: 'en',
    type: 'backup',
    product: 'Hosting',
    tags: ['restore'],
    slots: { folder: ['Quotes 2025', 'Drawings', 'HR', 'Contracts', 'Photos'], count: { from: 14, to: 860 } },
    subject: 'Please restore the folder “{folder}”',
    opening:
      'One of us deleted the folder “{folder}” by accident, probably yesterday afternoon. It had about {count} files. Can you bring it back as it was yesterday at noon?',
    steps: [
      notes(
        'Snapshot of yesterday 12:00 has the folder with {count} files.',
        spent(10, 'operations', 'Search in backup'),
      ),
      solves(
        'The folder is back with {count} files, as of yesterday 12:00. I have put it *beside* the original place as “{folder} (restored)”, so that nothing newer is overwritten. Move what you need.',
        spent(25, 'operations', 'Restore of folder “{folder}”'),
      ),
      answers('You saved our day. All there.'),
      solvesQuietly(),
    ],
  },
  {
    key: 'hosting-spam',
    language: 'en',
    type: 'domain',
    product: 'Hosting',
    tags: ['mail', 'dns'],
    slots: { receiver: ['gmail.example', 'outlook.example', 'a large retailer'] },
    subject: 'Our mails to {receiver} end as spam',
    opening: [
      'Mails that our system sends from your servers land in the spam folder of {receiver}, or come back:',
      code("550 5.7.26 Unauthenticated email from {slug}.example is not accepted\ndue to domain's DMARC policy"),
    ],
    steps: [
      asks(
        'Your domain says “only these servers may send for us”, and ours is not among them. Who manages the DNS of {slug}.example? I have the two records ready.',
        spent(20, 'operations', 'Analysis of mail delivery'),
      ),
      answers('Our web agency. Send them to me and I will pass them on.'),
      waits(
        [
          'Here they are. We wait until they show up, and then test.',
          code(
            '{slug}.example.             TXT  "v=spf1 include:spf.fjordbyte.example -all"\nfb1._domainkey.{slug}.example. CNAME fb1.dkim.fjordbyte.example.',
          ),
        ],
        spent(10, 'operations', 'Preparation of DNS records'),
      ),
      solves(
        'The records are in place since this morning. I sent three test invoices: SPF, DKIM and DMARC all pass, and they arrive in the inbox.',
        spent(15, 'operations', 'Test of mail delivery'),
      ),
      confirms(),
    ],
  },
  {
    key: 'hosting-slow',
    language: 'en',
    type: 'incident',
    product: 'Hosting',
    tags: ['performance'],
    slots: { server: ['app01', 'app02', 'app03'], ms: { from: 2400, to: 9800 } },
    subject: 'Everything is slow [[today|between 9 and 10]]',
    opening:
      'All of us find the system very slow this morning, clicks take many seconds. Our own internet connection is fine, we tested that.',
    steps: [
      tells(
        'We see it: answers take {ms} ms on {server}, where 200 ms is normal. We are looking into it.',
        spent(10, 'operations', 'Incident: slow answers'),
      ),
      raisesTo('High'),
      notes(
        'A neighbour on the same host ran a month-end job on all cores. Moved this customer to a host of its own class, answers back at 180 ms.',
        spent(40, 'operations', 'Move to another host'),
      ),
      solves(
        'It is quick again since {clock}. Another job on the same hardware took all the power; we have moved you to a quieter machine and capped such jobs. Sorry for the morning.',
        spent(10, 'internal', ''),
      ),
      answers('It is slow again, since about ten minutes…'),
      notes(
        'Second cause: connection pool at 20 of 20, sessions hang from the move. Raised and recycled.',
        spent(30, 'operations', 'Adjustment of connection pool'),
      ),
      solves(
        'Sorry, that was an echo of the move: old sessions still held on to connections. I have renewed them and watched it for half an hour: steady below 200 ms.',
        spent(15, 'operations', 'Monitoring'),
      ),
    ],
  },
  {
    key: 'hosting-new-environment',
    language: 'en',
    type: 'hosting',
    product: 'Hosting',
    tags: ['order'],
    slots: { name: ['test', 'training', 'demo'] },
    subject: 'Order: a {name} environment',
    opening:
      'We would like a {name} environment with a copy of our data, preferably with names made anonymous. {colleague} and I need access. When could it be ready, and what does it cost?',
    steps: [
      asks(
        'With pleasure. Setting it up takes about three hours on your usual terms, and running it is DKK 350 a month. The copy is made on a night of your choice, names and addresses are replaced. Which night suits you?',
        spent(15, 'training', 'Offer for {name} environment'),
      ),
      answers('Price is fine. Wednesday night please.'),
      notes(
        'Created `{name}-{slug}`, restore + anonymise job ran in 48 min. Mail sending is off.',
        spent(150, 'operations', 'Setup of {name} environment'),
      ),
      solves(
        'Your {name} environment is ready at https://{name}-{site}. You sign in as usual; mail does not leave it, so play as much as you like.',
        spent(20, 'operations', 'Handover of {name} environment'),
      ),
      confirms(),
    ],
  },
  {
    key: 'hosting-planned-work',
    language: 'en',
    type: 'hosting',
    product: 'Hosting',
    priority: 'Low',
    subject: 'Service window on {soon}: can it be moved?',
    opening:
      'You announced a service window in the evening of {soon}. We do our stock-taking just then. Could it be moved by a week?',
    steps: [
      solves(
        'Of course, it is moved by a week for your servers, same time. You will get a new notice two days ahead.',
        spent(10, 'internal', ''),
      ),
      confirms(),
    ],
  },
  {
    key: 'hosting-monitor-withdrawn',
    language: 'en',
    type: 'incident',
    product: 'Hosting',
    subject: 'Alarm from our monitoring: {site} not reachable',
    opening: [
      'Our monitoring reports that {site} is not reachable since {clock}:',
      code('CRITICAL - Socket timeout after 10 seconds\nhost: {site} port: 443'),
    ],
    steps: [
      asks(
        'From our three probes {site} answers normally, and I see your own people working on it. Could the monitoring run through the firewall that you replaced last week?',
        spent(10, 'operations', 'Control of reachability'),
      ),
      answers('Indeed, our own firewall dropped it. Please cancel this.'),
      cancels('The customer’s own firewall.'),
    ],
  },
]
