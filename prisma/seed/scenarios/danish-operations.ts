import { answers, asks, code, confirms, notes, solves, solvesQuietly, spent, tells, waits } from './steps.ts'
import type { Scenario } from './steps.ts'

/** Hosting, access and invoices, in Danish. */
export const danishOperations: Scenario[] = [
  {
    key: 'da-hosting-nede',
    language: 'da',
    type: 'incident',
    product: 'Hosting',
    priority: 'Critical',
    tags: ['nedbrud'],
    slots: { server: ['app01', 'app02', 'web03'] },
    subject: '{site} svarer ikke',
    opening: [
      'Vi kan ikke komme på {site}. Det har varet siden {clock}, og det gælder os alle:',
      code('502 Bad Gateway'),
    ],
    steps: [
      tells('Vi har fået alarmen og er i gang. Jeg skriver igen senest om en halv time.', spent(10, 'correction', '')),
      notes(
        code('kernel: Out of memory: Killed process 1873 (node) total-vm:6291456kB') +
          '\n\nEn eksport af hele arkivet åd hukommelsen. Tjenesten er genstartet med loft over eksport.',
        spent(40, 'correction', ''),
      ),
      solves(
        'I er på igen. En meget stor eksport brugte al hukommelse på {server}. Vi har sat et loft over, hvor meget én eksport må bruge, så det ikke rammer andre. Tiden bliver ikke faktureret.',
        spent(15, 'internal', ''),
      ),
      confirms(),
    ],
  },
  {
    key: 'da-hosting-gendan',
    language: 'da',
    type: 'backup',
    product: 'Hosting',
    tags: ['gendannelse'],
    slots: { mappe: ['Tilbud', 'Tegninger', 'Personale', 'Kontrakter'], antal: { from: 20, to: 640 } },
    subject: 'Gendan mappen “{mappe}”',
    opening:
      'En kollega er kommet til at slette mappen “{mappe}”, formentlig i går eftermiddags. Der var vist omkring {antal} filer. Kan I hente den?',
    steps: [
      solves(
        'Mappen er tilbage med {antal} filer, som de så ud i går kl. 12. Jeg har lagt den ved siden af som “{mappe} (gendannet)”, så intet nyere bliver overskrevet.',
        spent(25, 'operations', 'Gendannelse af mappe'),
      ),
      answers('Der mangler desværre undermappen fra i år. Kan den findes?'),
      solves(
        'Den blev slettet et døgn tidligere, så jeg måtte et skridt længere tilbage. Nu ligger den der også.',
        spent(20, 'operations', 'Gendannelse af undermappe'),
      ),
      confirms(),
    ],
  },
  {
    key: 'da-hosting-domaene',
    language: 'da',
    type: 'domain',
    product: 'Hosting',
    tags: ['domæne'],
    slots: { navn: ['job', 'nyt', 'kunde', 'shop'] },
    subject: 'Nyt underdomæne {navn}.{slug}.example',
    opening:
      'Vi skal bruge {navn}.{slug}.example med certifikat til vores nye side. Den ligger hos jer. Vores DNS styres af et bureau.',
    steps: [
      waits(
        [
          'Vi er klar på vores side. Bureauet skal oprette denne post, så følger certifikatet af sig selv:',
          code('{navn}.{slug}.example. CNAME edge.fjordbyte.example.'),
        ],
        spent(15, 'operations', 'Forberedelse af underdomæne'),
      ),
      solves(
        'Posten er på plads, certifikatet er udstedt, og siden svarer. I er i luften.',
        spent(10, 'operations', 'Idriftsættelse af underdomæne'),
      ),
      confirms(),
    ],
  },
  {
    key: 'da-ny-bruger',
    language: 'da',
    type: 'newUser',
    tags: ['bruger'],
    slots: { ny: ['Cecilie Friborg', 'Anders Munk', 'Sara El-Amin', 'Tobias Lund', 'Mille Kjær'] },
    subject: 'Oprettelse af {ny}',
    opening: '{ny} begynder hos os {soon}. Vil I oprette en bruger med samme rettigheder som {colleague}?',
    steps: [
      asks(
        'Det gør vi. {colleague} kan godkende betalinger – skal {ny} også det?',
        spent(5, 'remote', 'Oprettelse af bruger'),
      ),
      answers('Nej, ikke i første omgang. Godt, du spørger.'),
      solves(
        'Brugeren er oprettet uden godkendelse af betalinger. Invitationen bliver sendt om morgenen {soon}.',
        spent(10, 'remote', 'Oprettelse af bruger {ny}'),
      ),
    ],
  },
  {
    key: 'da-telefon-kode',
    language: 'da',
    type: 'signIn',
    byPhone: true,
    tags: ['login'],
    subject: 'Ny telefon – mangler koder til login',
    opening:
      '{contact} ringede: har fået ny telefon og kan ikke lave koder til login. Identitet kontrolleret ved at ringe tilbage på det nummer, vi har.',
    steps: [
      solves(
        'Som aftalt i telefonen er den gamle telefon fjernet. Næste gang du logger ind, bliver du bedt om at sætte den nye op. Gem gerne de ti reservekoder et andet sted end på telefonen.',
        spent(10, 'phone', 'Nulstilling af totrinslogin'),
      ),
    ],
  },
  {
    key: 'da-faktura-spoergsmaal',
    language: 'da',
    type: 'billing',
    tags: ['faktura'],
    slots: { faktura: { from: 4010, to: 4890 }, timer: ['1,5', '2,25', '0,75'] },
    subject: 'Spørgsmål til jeres faktura {faktura}',
    opening:
      'Der er {timer} timer for {prevMonth} på faktura {faktura}, som jeg ikke kan genkende. Hvilken sag hører de til?',
    steps: [
      solves(
        'De {timer} timer hører til den ændring, {colleague} bestilte i sidste måned. Teksten manglede desværre på fakturaen. Du har fået en specifikation med sag, dato og tekst på hver linje.',
        spent(15, 'internal', ''),
      ),
      answers('Tak, så kan jeg godkende den.'),
      solvesQuietly(),
    ],
  },
]
