import { answers, asks, code, confirms, hands, notes, solves, solvesQuietly, spent, tells, waits } from './steps.ts'
import type { Scenario } from './steps.ts'

/** The intranet product, in English. */
export const webdeskScenarios: Scenario[] = [
  {
    key: 'webdesk-upload-size',
    language: 'en',
    type: 'errorWebdesk',
    product: 'Webdesk',
    tags: ['upload'],
    slots: {
      size: ['31 MB', '48 MB', '62 MB', '110 MB'],
      file: ['Staff handbook.pdf', 'Safety film.mp4', 'Annual report.pptx'],
    },
    subject: 'Cannot upload “{file}”',
    opening: [
      'I am trying to put “{file}” ({size}) on the front page. The bar runs to the end and then I get:',
      code('413 Request Entity Too Large\nnginx'),
      'Smaller files are no problem.',
    ],
    screenshot: {
      title: 'Webdesk - Upload',
      error: '413 Request Entity Too Large',
      rows: ['File  {file}', 'Size  {size}', 'nginx'],
    },
    steps: [
      notes(
        'Their limit stands at the standard 25 MB. Allowed by the hosting terms up to 250 MB.',
        spent(5, 'internal', ''),
      ),
      solves(
        'Your site had the standard limit of 25 MB for a file. I have raised it to 250 MB on {site}, and it works at once. For films we recommend to link to your film service though, since each viewer downloads the whole file.',
        spent(15, 'operations', 'Change of upload limit'),
      ),
      answers('It is up. We will look into the film service. Thanks for the quick help!'),
      solvesQuietly(),
    ],
  },
  {
    key: 'webdesk-search-index',
    language: 'en',
    type: 'errorWebdesk',
    product: 'Webdesk',
    tags: ['search'],
    slots: { word: ['holiday rules', 'travel expenses', 'fire drill', 'onboarding'], days: { from: 3, to: 15 } },
    subject: 'Search does not find new pages',
    opening:
      'Pages that we published during the last {days} days cannot be found. If you search for “{word}” you only get the old page from last year. The new page opens fine from the menu.',
    steps: [
      tells(
        'I can see the same from here: the newest page in the index is {days} days old. I am looking for the reason.',
        spent(15, 'remote', 'Analysis of search'),
      ),
      hands('hosting', 'Indexer of {site} seems to have stopped.'),
      notes(
        'Indexer stuck in a restart loop since disk was full for a short while:\n\n' +
          code(
            'indexer[2214]: lock file /var/lib/webdesk/index.lock held by pid 871 (not running)\nsystemd[1]: webdesk-indexer.service: Scheduled restart job, restart counter is at 4127.',
          ) +
          '\n\nRemoved lock, started full index, added an alarm for the age of the index.',
        spent(40, 'operations', 'Restart of search index'),
      ),
      solves(
        'The service that reads your pages into the search had stopped. It runs again, and all pages are indexed, “{word}” included. We now have an alarm on it, so next time we will know before you do.',
        spent(10, 'operations', 'Control of search index'),
      ),
      confirms(),
    ],
  },
  {
    key: 'webdesk-menu-permissions',
    language: 'en',
    type: 'howTo',
    product: 'Webdesk',
    tags: ['permissions'],
    slots: { page: ['Management', 'Payroll', 'Works council', 'Board papers'] },
    subject: 'Who can see the page “{page}”?',
    opening:
      '{colleague} from another department told me that the page “{page}” is in the menu. It should only be for a few of us. Nobody could open it, but can it be hidden altogether?',
    steps: [
      asks(
        'The content is safe: whoever is not in the group gets “no access”. The *title* however is shown to all. Shall the whole branch below “{page}” be hidden, or only that page?',
        spent(10, 'remote', 'Advice on access to pages'),
      ),
      answers('The whole branch please.'),
      solves(
        'Done: *Page settings → Menu → Only for those with access*, with “apply to pages below”. I signed in as an ordinary employee and saw nothing of it.',
        spent(10, 'remote', 'Setting of menu access'),
      ),
    ],
  },
  {
    key: 'webdesk-broken-layout',
    language: 'en',
    type: 'errorWebdesk',
    product: 'Webdesk',
    tags: ['layout', 'browser'],
    slots: { version: ['5.2', '5.3', '5.4'], browser: ['Safari on iPhone', 'Firefox', 'Chrome on Android'] },
    subject: 'News list overlaps the menu in {browser}',
    opening:
      'Since you upgraded us to {version} the news list lies on top of the menu when we use {browser}. You cannot press the menu at all. Picture attached.',
    screenshot: {
      title: 'Webdesk {version}',
      error: 'News list covers the menu',
      rows: ['HOME  NEWS  PEOPLE', 'Summer party on 14 June', 'New parking rules', 'Menu not clickable'],
    },
    steps: [
      asks(
        'Thanks for the picture. Which version of the system is it exactly, and does it happen on all pages, or on the front page only?',
        spent(10, 'remote', 'Analysis of layout error'),
      ),
      answers('Only on the front page. It is the newest version, updated last week.'),
      hands('webTeam', 'Front page of {version} in {browser}, see picture.'),
      notes(
        '`position: sticky` inside a container with `overflow: clip`. Only front pages with the news widget in the left column. Two-line fix.',
        spent(45, 'correction', ''),
      ),
      solves(
        'Corrected, and on your site already. Please reload the page once with the keys Ctrl+F5 (on a phone: close the tab and open it again).',
        spent(10, 'correction', ''),
      ),
      answers('Hm, it is right for me now, but {colleague} still has the old picture.'),
      asks(
        'Then an old copy is stored there. Would {colleague} clear the data of this one website in the settings of the browser? I can call and guide if you like.',
        spent(5, 'phone', 'Guidance'),
      ),
      answers('That did it. All good now.'),
      solvesQuietly(),
    ],
  },
  {
    key: 'webdesk-employee-import',
    language: 'en',
    type: 'errorWebdesk',
    product: 'Webdesk',
    tags: ['integration', 'people'],
    slots: { count: { from: 4, to: 38 } },
    subject: '{count} employees missing in the phone list',
    opening: [
      'The phone list on the intranet lacks {count} people. They are in the payroll system. I found this in the integration log:',
      code('WARN  skipped {count} rows: e-mail not unique or missing\nINFO  import finished: 0 created, 212 unchanged'),
    ],
    steps: [
      asks(
        'The import skips people without an e-mail address of their own. I have sent you the list as a private file. Could payroll fill in the addresses? Or shall we use the employee number as key instead?',
        spent(20, 'remote', 'Analysis of employee import'),
      ),
      answers('They work in production and have no mailboxes. The employee number would be better.'),
      hands('webTeam', 'Customer wants the employee number as key in the import.'),
      notes(
        'Switched the key to `employeeNo`, ran it dry first: {count} created, 212 matched, no doubles.',
        spent(75, 'development', 'Change of key in employee import'),
      ),
      solves(
        'The import now uses the employee number, and the {count} colleagues are on the list. They show without e-mail, with the phone number of their team.',
        spent(15, 'development', 'Import of {count} employees'),
      ),
      confirms(),
    ],
  },
  {
    key: 'webdesk-sso',
    language: 'en',
    type: 'signIn',
    product: 'Webdesk',
    priority: 'High',
    tags: ['sign-in', 'sso'],
    slots: { correlation: { from: 10000000, to: 99999999 } },
    subject: 'Nobody can sign in to Webdesk [[|since the weekend]]',
    opening: [
      'None of us can sign in to {site} with our work account. After the password we are sent back with this:',
      code('AADSTS7000222: The provided client secret keys are expired.\nCorrelation: {correlation}'),
    ],
    screenshot: {
      title: 'Sign in - Webdesk',
      error: 'AADSTS7000222 client secret expired',
      rows: ['Pick an account', 'Correlation', '{correlation}'],
    },
    steps: [
      waits(
        'The key between your directory and Webdesk has run out; such keys live for two years. It has to be renewed by whoever looks after your directory. I have written to your IT partner with the steps, and set you to password sign-in until then.',
        spent(25, 'remote', 'Help with expired sign-in key'),
      ),
      notes(
        'Partner acknowledged, will send the new secret through the vault link, not by mail.',
        spent(5, 'internal', ''),
      ),
      solves(
        'The new key has come and is in place: signing in with the work account works again. It runs for two years, and I have put a reminder in our calendar a month ahead.',
        spent(20, 'remote', 'Renewal of sign-in key'),
      ),
      confirms(),
    ],
  },
]
