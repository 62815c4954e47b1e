import {
  answers,
  asks,
  cancels,
  code,
  confirms,
  hands,
  notes,
  raisesTo,
  solves,
  solvesQuietly,
  spent,
  tells,
  waits,
} from './steps.ts'
import type { Scenario } from './steps.ts'

/** The bookkeeping product, in Danish. */
export const danishLedger: Scenario[] = [
  {
    key: 'da-bogfoer-kladde',
    language: 'da',
    type: 'errorLedger',
    product: 'Ledger',
    tags: ['kladde'],
    slots: { bilag: { from: 1204, to: 8890 }, version: ['7.4.3', '7.5.0', '7.5.1'] },
    subject: 'Kassekladden kan ikke bogføres – bilag {bilag}',
    opening: [
      'Når jeg vil bogføre kassekladden, får jeg denne fejl:',
      code('LDG-1180 Perioden er spærret\nBilag {bilag}, linje 3'),
      'Men bilaget er dateret i denne måned, og den er åben. Vi kører version {version}.',
    ],
    screenshot: {
      title: 'Ledger - Kassekladde',
      error: 'LDG-1180 Perioden er spaerret',
      rows: ['Bilag  {bilag}', 'Linje  3', 'Konto  2780', 'Moms   I25'],
    },
    steps: [
      asks(
        'Tak for det præcise billede. Prøv at vise kolonnen *Momsdato* i kladden. Hvad står der på linje 3?',
        spent(10, 'remote', 'Fejlsøgning i kassekladde'),
      ),
      answers('Der står en dato fra sidste år! Den må være fulgt med, da jeg kopierede bilaget.'),
      solves(
        'Ja, momsdatoen følger med ved kopiering, og den periode er spærret. Ret den til samme dato som bilaget, så kan kladden bogføres. Jeg har bedt udviklerne om, at kopier får dags dato.',
        spent(10, 'remote', 'Vejledning om momsdato'),
      ),
      answers('Så er den bogført. Mange tak for hjælpen!'),
      solvesQuietly(),
    ],
  },
  {
    key: 'da-moms',
    language: 'da',
    type: 'errorLedger',
    product: 'Ledger',
    priority: 'High',
    tags: ['moms'],
    slots: { beloeb: ['4.212,50', '18.940,00', '611,25', '9.087,75'] },
    subject: 'Momsopgørelsen for {prevMonth} stemmer ikke',
    opening: [
      'Der mangler {beloeb} kr. i købsmoms i forhold til konto 6902. Fristen nærmer sig, så det haster en smule.',
      'Jeg har allerede:\n\n- genberegnet opgørelsen\n- sammenholdt med saldobalancen, som er rigtig\n- tjekket, at der ikke ligger kladder',
    ],
    steps: [
      tells(
        'Jeg har taget sagen og kigger på jeres posteringer nu. Vent venligst med at indberette.',
        spent(15, 'phone', 'Telefonisk support om moms'),
      ),
      hands('ledgerTeam', 'Samme mønster som tidligere: posteringer uden momsperiode.'),
      notes(
        'To bilag bogført mens perioden var åbnet igen; momsperioden er tom på dem. Sat manuelt og kontrolleret mod konto 6902.',
        spent(45, 'correction', ''),
      ),
      solves(
        'Forskellen skyldtes to bilag, som blev bogført, mens perioden var genåbnet. De har fået deres momsperiode, og opgørelsen stemmer nu på øren. I kan roligt indberette.',
        spent(20, 'remote', 'Afstemning af moms for {prevMonth}'),
      ),
      confirms(),
    ],
  },
  {
    key: 'da-bankfil',
    language: 'da',
    type: 'errorLedger',
    product: 'Ledger',
    tags: ['bank'],
    slots: { bank: ['Fjordbanken', 'Sydkysten Bank', 'Handelskassen'], linje: { from: 9, to: 180 } },
    subject: 'Bankfilen fra {bank} bliver afvist',
    opening: [
      'Siden i går kan vi ikke indlæse filen fra {bank}:',
      code('Indlæsning afbrudt i linje {linje}\nKolonnen "Beløb": kan ikke læse "1.284,50-"'),
    ],
    steps: [
      notes(
        '{bank} sætter minus bagefter. Slå *Efterstillet fortegn* til i profilen.',
        spent(10, 'remote', 'Undersøgelse af bankfil'),
      ),
      solves(
        '{bank} har ændret deres filer, så minus nu står *efter* beløbet. Jeg har rettet jeres profil og prøvelæst filen uden fejl. Indlæs den igen, så står den i dit navn.',
        spent(15, 'remote', 'Tilpasning af bankindlæsning'),
      ),
      confirms(),
    ],
  },
  {
    key: 'da-rykker',
    language: 'da',
    type: 'howTo',
    product: 'Ledger',
    tags: ['rykker'],
    slots: { antal: { from: 6, to: 44 } },
    subject: 'Hvordan stopper vi en rykkerkørsel?',
    opening:
      'Jeg er kommet til at starte en rykkerkørsel med {antal} rykkere, og nogle af kunderne har faktisk betalt i dag. Kan den stoppes, inden den bliver sendt?',
    steps: [
      raisesTo('High'),
      solves(
        'Ja, og det nåede vi: kørslen er sat på pause, intet er sendt. Indlæs dagens betalinger, og vælg så *Rykkere → Genberegn*. De kunder, der har betalt, falder selv ud.',
        spent(15, 'phone', 'Hjælp til rykkerkørsel'),
      ),
      answers('Pyha! Det virkede, der var kun halvdelen tilbage. Tusind tak.'),
      solvesQuietly(),
    ],
  },
  {
    key: 'da-ean-faktura',
    language: 'da',
    type: 'errorLedger',
    product: 'Ledger',
    tags: ['e-faktura'],
    slots: { faktura: { from: 20110, to: 24890 } },
    subject: 'E-faktura {faktura} afvist af kommunen',
    opening: [
      'Vi har fået denne besked retur:',
      code('F-INV051: Fakturaen skal indeholde ordrenummer eller kontaktreference\nDokument: {faktura}'),
      'Ordrenummeret står da på fakturaen?',
    ],
    screenshot: {
      title: 'Ledger - Udbakke',
      error: 'F-INV051 Afvist af modtager',
      rows: ['Faktura {faktura}', 'Modtager  Kommunen', 'Tilstand  AFVIST'],
    },
    steps: [
      asks(
        'På PDF’en hentes det fra *Deres reference*, mens e-fakturaen bruger *Ordrenr.* Kan du se, om det felt er tomt?',
        spent(10, 'remote', 'Vejledning om e-faktura'),
      ),
      answers('Ja, det er tomt. Skal jeg kreditere?'),
      solves(
        'Nej, en afvist e-faktura regnes ikke som modtaget. Åbn *Udbakke → Afviste*, udfyld *Ordrenr.*, og tryk *Send igen*. Skabelonen “Offentlig modtager” spørger om det rigtige felt næste gang.',
        spent(10, 'remote', 'Rettelse af e-faktura {faktura}'),
      ),
    ],
  },
  {
    key: 'da-loenbilag',
    language: 'da',
    type: 'errorLedger',
    product: 'Ledger',
    tags: ['løn', 'integration'],
    slots: { konto: { from: 2210, to: 2299 } },
    subject: 'Lønbilaget for {prevMonth} bliver ikke overført',
    opening: [
      'Lønsystemet siger, at bilaget er afsendt, men i Ledger står der:',
      code('Ukendt konto {konto} - bilag lagt i kø'),
      'Vi har lavet kontoplanen om i sidste uge, hvis det har betydning.',
    ],
    steps: [
      asks(
        'Det har det: konto {konto} er lagt sammen med en anden. Hvilken konto skal lønsystemet bruge i stedet?',
        spent(15, 'remote', 'Undersøgelse af lønbilag'),
      ),
      answers('2240, Lønninger i alt. Kan I rette det, eller er det lønbureauet?'),
      waits(
        'Vi har lavet en oversættelse hos os, så køen kan komme igennem. Den varige løsning ligger hos lønbureauet, som vi har skrevet til.',
        spent(25, 'remote', 'Kontooversættelse for lønbilag'),
      ),
      solves(
        'Lønbureauet har rettet kontoen, og bilaget for {prevMonth} er bogført. Vores midlertidige oversættelse er fjernet igen.',
        spent(10, 'remote', 'Afslutning af lønbilag'),
      ),
      confirms(),
    ],
  },
  {
    key: 'da-aarsafslutning',
    language: 'da',
    type: 'howTo',
    product: 'Ledger',
    tags: ['årsafslutning'],
    subject: 'Rækkefølgen ved årsafslutning',
    opening:
      'Vi skal lukke regnskabsåret, men revisor har et par efterposteringer på vej. I hvilken rækkefølge skal vi gøre tingene?',
    steps: [
      solves(
        [
          'Vi anbefaler denne rækkefølge:',
          '1. *Spær perioder* 1–12 for alle andre end rollen “Revisor”\n2. *Overfør primo* – kan gentages, så tit I vil\n3. Revisor bogfører i periode 13\n4. Overfør primo igen, og derefter *Luk år*',
          'Kun punkt 4 er endeligt, så vent med det, til revisor har skrevet under.',
        ],
        spent(20, 'training', 'Vejledning om årsafslutning'),
      ),
      confirms(),
    ],
  },
  {
    key: 'da-layout',
    language: 'da',
    type: 'changeLedger',
    product: 'Ledger',
    tags: ['layout'],
    subject: 'Nyt logo på fakturaer og rykkere',
    opening:
      'Vi har fået nyt logo. Kan I sætte det på fakturaer, kreditnotaer og rykkere? Og hvad kommer det til at koste?',
    steps: [
      asks(
        'Det gør vi gerne. Send logoet som SVG eller PDF, så regner vi med cirka halvanden time til de tre layouts på jeres sædvanlige vilkår.',
        spent(10, 'development', 'Tilbud på nyt layout'),
      ),
      answers('Det er i orden. Logoet er sendt på mail fra vores bureau.'),
      notes('Tre layouts rettet, prøvetryk lagt i kladde.', spent(75, 'development', 'Nyt logo på tre layouts')),
      asks(
        'Der ligger et prøvetryk under *Layouts → Kladde*. Siger du god for det, sætter jeg det i drift.',
        spent(10, 'development', 'Levering af prøvetryk'),
      ),
      answers('Det ser flot ud, bare kør.'),
      solves('Så er det i drift fra og med næste faktura.', spent(5, 'development', 'Idriftsættelse af layout')),
    ],
  },
  {
    key: 'da-fortrudt',
    language: 'da',
    type: 'errorLedger',
    product: 'Ledger',
    subject: 'Kreditorposter er forsvundet',
    opening: 'Alle kreditorposter fra i går er væk fra listen! Vi skal betale i dag, så det er ret vigtigt.',
    steps: [
      answers('Glem det, jeg stod i prøveregnskabet. Beklager ulejligheden!'),
      cancels('Trukket tilbage: kunden stod i prøveregnskabet.'),
    ],
  },
]
