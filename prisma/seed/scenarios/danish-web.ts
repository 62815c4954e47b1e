import { answers, asks, code, confirms, hands, notes, raisesTo, solves, solvesQuietly, spent, tells } from './steps.ts'
import type { Scenario } from './steps.ts'

/** Planning and intranet, in Danish. */
export const danishWeb: Scenario[] = [
  {
    key: 'da-planr-vagtplan',
    language: 'da',
    type: 'errorPlanr',
    product: 'Planr',
    priority: 'High',
    tags: ['vagtplan'],
    slots: { spor: { from: 100000, to: 999999 } },
    subject: 'Vagtplanen for uge {uge} kan ikke åbnes',
    opening: [
      'Siden i morges kl. {clock} kommer der kun “Noget gik galt”, når vi åbner vagtplanen:',
      code(
        "TypeError: Cannot read properties of null (reading 'shiftId')\n    at mergeShifts (plan.js:1:48211)\nSpor {spor}",
      ),
      'Vi skal melde vagter ud i dag.',
    ],
    screenshot: {
      title: 'Planr - Vagtplan uge {uge}',
      error: 'Noget gik galt',
      rows: ['TypeError: null', 'Spor  {spor}', 'Uge   {uge}'],
    },
    log: {
      name: 'konsol.log',
      text: "{isoDate}T06:58:40.212Z ERROR TypeError: Cannot read properties of null (reading 'shiftId')\n{isoDate}T06:58:40.213Z INFO  spor {spor} sendt\n",
    },
    steps: [
      raisesTo('Critical'),
      tells(
        'Vi kan se fejlen i vores log og har givet den videre til udviklerne med det samme.',
        spent(10, 'remote', 'Fejlsøgning i vagtplan'),
      ),
      hands('webTeam', 'Spor {spor}, kunden kan ikke melde vagter ud.'),
      notes(
        'En medarbejder er slettet i stedet for deaktiveret; vagterne peger på ingenting. Gendannet som inaktiv.',
        spent(50, 'correction', ''),
      ),
      solves(
        'Vagtplanen virker igen. En medarbejder var blevet *slettet* og ikke bare deaktiveret, og det kunne planen ikke tåle. Vi gør siden mere robust i ugens udgivelse.',
        spent(10, 'correction', ''),
      ),
      confirms(),
    ],
  },
  {
    key: 'da-planr-ferie',
    language: 'da',
    type: 'howTo',
    product: 'Planr',
    tags: ['ferie'],
    subject: 'Hvordan lægger vi feriekalenderen ind for alle?',
    opening:
      'Vi holder samlet lukket i uge 29 og 30. Skal jeg lægge ferien ind på hver enkelt medarbejder, eller kan det gøres på én gang?',
    steps: [
      solves(
        'Det kan gøres på én gang: *Planlæg → Fælles fravær → Alle medarbejdere*, vælg ugerne og typen “Ferie”. De, der allerede har noget i de uger, får du vist bagefter, så du kan tage stilling.',
        spent(10, 'phone', 'Vejledning om fælles ferie'),
      ),
      confirms(),
    ],
  },
  {
    key: 'da-planr-app',
    language: 'da',
    type: 'errorPlanr',
    product: 'Planr',
    tags: ['app', 'mobil'],
    slots: { version: ['3.8', '3.9', '4.0'] },
    subject: 'Appen viser gårsdagens opgaver',
    opening:
      'Vores montører ser gårsdagens opgaver i appen (version {version}), til de selv trækker ned for at opdatere. Flere er kørt til den forkerte adresse.',
    steps: [
      asks(
        'Det er ærgerligt, det ser vi på. Er det både Android og iPhone, og sker det, når appen har ligget åben natten over?',
        spent(10, 'phone', 'Fejlsøgning i app'),
      ),
      answers('Kun Android, og ja, de lukker den aldrig.'),
      hands('webTeam', 'Android-appen henter ikke nyt ved datoskift.'),
      notes(
        'Datoskift udløser ingen hentning, når appen sover. Rettet med hentning ved genoptagelse.',
        spent(95, 'correction', ''),
      ),
      solves(
        'Rettelsen er ude i butikken som {version}.1: appen henter nu altid dagens opgaver, når den åbnes. Bed montørerne om at opdatere én gang.',
        spent(10, 'correction', ''),
      ),
      answers('Tak, det ser ud til at virke på alle telefoner.'),
      solvesQuietly(),
    ],
  },
  {
    key: 'da-webdesk-login',
    language: 'da',
    type: 'signIn',
    product: 'Webdesk',
    tags: ['login'],
    slots: { person: ['Kirsten', 'Bjarne', 'Lone', 'Palle', 'Aase'] },
    subject: '{person} kan ikke logge ind på intranettet',
    opening: [
      '{person} er tilbage fra barsel og kan ikke logge ind:',
      code('Din konto er deaktiveret. Kontakt din administrator.'),
      'Resten af os har ingen problemer.',
    ],
    steps: [
      solves(
        'Kontoen bliver automatisk deaktiveret efter 180 dage uden login. Den er åben igen, og {person} har fået en mail med et link til ny adgangskode, som gælder i 24 timer. Velkommen tilbage!',
        spent(10, 'remote', 'Genåbning af konto'),
      ),
      confirms(),
    ],
  },
  {
    key: 'da-webdesk-billeder',
    language: 'da',
    type: 'errorWebdesk',
    product: 'Webdesk',
    tags: ['billeder'],
    slots: { antal: { from: 3, to: 30 } },
    subject: 'Billeder vises ikke på forsiden',
    opening:
      'Efter opdateringen i går er {antal} billeder på forsiden bare grå firkanter. Når jeg klikker på dem, kommer der “404 Not Found”.',
    screenshot: {
      title: 'Webdesk - Forside',
      error: '404 Not Found',
      rows: ['Nyheder', 'Billede mangler', 'Billede mangler'],
    },
    steps: [
      hands('webTeam', 'Billeder på forsiden giver 404 efter opdateringen.'),
      notes(
        'Æ, ø og å i filnavne bliver kodet to gange efter opdateringen. Filerne ligger der alle sammen.',
        spent(50, 'correction', ''),
      ),
      solves(
        'Billederne er der igen. Filnavne med æ, ø og å blev læst forkert efter opdateringen; det er rettet for alle sider.',
        spent(10, 'correction', ''),
      ),
      answers('Forsiden er fin nu, men på siden “Om os” er der stadig to grå.'),
      solves(
        'De to lå i en gammel mappe, som rettelsen sprang over. Nu er de der også – jeg har gået alle sider igennem.',
        spent(15, 'correction', ''),
      ),
    ],
  },
  {
    key: 'da-webdesk-formular',
    language: 'da',
    type: 'changeWeb',
    product: 'Webdesk',
    tags: ['ønske', 'formular'],
    slots: { timer: { from: 3, to: 9 }, form: ['skadesanmeldelse', 'kørselsgodtgørelse', 'nøgleudlevering'] },
    subject: 'Ny formular til {form}',
    opening:
      'Vi vil gerne have en formular til {form} på intranettet i stedet for et Word-dokument. Den skal sendes til {colleague} og kunne udfyldes på telefonen.',
    steps: [
      asks(
        'Det kan vi lave. Send os gerne Word-dokumentet, så vurderer vi den til ca. {timer} timer. Skal svarene også gemmes på intranettet, eller er mail nok?',
        spent(15, 'development', 'Afklaring af formular'),
      ),
      answers('Mail er nok. Dokumentet er sendt. I må gerne gå i gang.'),
      notes(
        'Formular bygget og testet på telefon, mail går til en fælles postkasse efter aftale.',
        spent(120, 'development', 'Formular til {form}'),
      ),
      asks(
        'Formularen er klar på jeres testside. Prøv den gerne fra en telefon, og sig til, hvis noget mangler.',
        spent(15, 'development', 'Levering til test'),
      ),
      answers('Den er perfekt. Læg den bare ud.'),
      solves(
        'Så er den lagt ud under *Selvbetjening*. Tak for et godt oplæg!',
        spent(15, 'development', 'Idriftsættelse af formular'),
      ),
    ],
  },
]
