import { CUSTOMER_SINCE, customerId, customerKeys, customerRow, phoneNumber } from './customers.ts'
import type { CustomerKey } from './customers.ts'
import { idOf } from './make-id.ts'
import type { DemoContact } from './shape.ts'

type Person = [name: string, title: string, role: DemoContact['role'], seesAllCases?: 'all']

const people: Record<CustomerKey, readonly Person[]> = {
  nordlys: [
    ['Anna Berg', 'Head of administration', 'manager', 'all'],
    ['Peter Skov', 'Project planner', 'requester'],
    ['Birgit Madsen', 'Bookkeeper', 'bookkeeper', 'all'],
    ['Louise Frandsen', 'Accounts assistant', 'requester'],
    ['David Okafor', 'Grid engineer', 'requester'],
  ],
  balticshipping: [
    ['Katarina Nilsen', 'Operations manager', 'manager', 'all'],
    ['Marek Zielinski', 'Port agent', 'requester'],
    ['Inge Storm', 'Controller', 'bookkeeper'],
  ],
  havtorn: [
    ['Freja Lindegaard', 'Managing director', 'manager', 'all'],
    ['Julie Sand', 'Web editor', 'requester'],
  ],
  granit: [
    ['Oscar Wahl', 'Partner', 'manager', 'all'],
    ['Sigrid Aagaard', 'Office manager', 'requester', 'all'],
  ],
  sundby: [
    ['Malthe Iversen', 'IT coordinator', 'manager', 'all'],
    ['Priya Raman', 'Production planner', 'requester'],
    ['Dorte Vang', 'Chief accountant', 'bookkeeper'],
  ],
  ostersjo: [
    ['Lars Ekström', 'Mill manager', 'manager', 'all'],
    ['Annika Sjöberg', 'Finance assistant', 'bookkeeper'],
  ],
  fjellheim: [
    ['Ingrid Solberg', 'Finance manager', 'manager', 'all'],
    ['Torbjørn Hauge', 'Shop manager', 'requester'],
  ],
  kallio: [
    ['Aino Laine', 'Studio manager', 'manager', 'all'],
    ['Mikko Saarinen', 'Designer', 'requester'],
  ],
  lyngby: [
    ['Helen Whitfield', 'Laboratory manager', 'manager', 'all'],
    ['Simon Boje', 'IT responsible', 'requester', 'all'],
    ['Gitte Rask', 'Bookkeeper', 'bookkeeper'],
  ],
  vindrose: [
    ['Nina Falk', 'Travel manager', 'manager', 'all'],
    ['Jack Turner', 'Booking agent', 'requester'],
  ],
  skagerrak: [
    ['Bo Thygesen', 'Owner', 'manager', 'all'],
    ['Maria Costa', 'Quality assistant', 'requester'],
  ],
  polar: [
    ['Camilla Reuter', 'Logistics manager', 'manager', 'all'],
    ['Yusuf Demir', 'Shift leader', 'requester'],
    ['Tine Mark', 'Controller', 'bookkeeper'],
  ],
  tidevand: [
    ['Kasper Vilhelm', 'Producer', 'manager', 'all'],
    ['Rosa Lindberg', 'Production coordinator', 'requester'],
  ],
  aurora: [
    ['Emma Gray', 'Head of school', 'manager', 'all'],
    ['Pablo Ruiz', 'Teacher', 'requester'],
  ],
  moellegaarden: [
    ['Hanne Møller', 'Indehaver', 'manager', 'all'],
    ['Søren Bager', 'Driftsleder', 'requester'],
  ],
  jysktag: [
    ['Brian Overgaard', 'Direktør', 'manager', 'all'],
    ['Lis Jepsen', 'Bogholder', 'bookkeeper'],
    ['Kenneth Hald', 'Planlægger', 'requester'],
  ],
  klinikken: [
    ['Mona Elkjær', 'Klinikchef', 'manager', 'all'],
    ['Trine Bech', 'Sekretær', 'requester'],
  ],
  sydfyn: [
    ['Erik Rosendahl', 'Driftschef', 'manager', 'all'],
    ['Pia Nørskov', 'Regnskabsmedarbejder', 'bookkeeper'],
  ],
  elmotor: [
    ['Gert Lauridsen', 'Værkfører', 'manager', 'all'],
    ['Susanne Krogh', 'Bogholder', 'bookkeeper'],
    ['Allan Vestergaard', 'Montørleder', 'requester'],
  ],
  groenhave: [
    ['Jytte Grøn', 'Gartneriejer', 'manager', 'all'],
    ['Morten Bjerre', 'Planlægger', 'requester'],
  ],
  advokathuset: [
    ['Charlotte Brandt', 'Kontorchef', 'manager', 'all'],
    ['Philip Rørbæk', 'Fuldmægtig', 'requester'],
  ],
  roskildevvs: [
    ['Johnny Pihl', 'Indehaver', 'manager', 'all'],
    ['Bente Sørensen', 'Bogholder', 'bookkeeper'],
  ],
  hansenlund: [
    ['Niels Lund', 'Partner', 'manager', 'all'],
    ['Marianne Due', 'Revisor', 'requester', 'all'],
    ['Jeppe Kvist', 'Revisorassistent', 'requester'],
  ],
  bornholm: [
    ['Kirstine Kofoed', 'Fabrikschef', 'manager', 'all'],
    ['Ole Dam', 'Regnskabschef', 'bookkeeper'],
  ],
  vadehav: [
    ['Dorthe Juhl', 'Skoleleder', 'manager', 'all'],
    ['Frederik Hoffmann', 'Naturvejleder', 'requester'],
  ],
}

const callingCode: Readonly<Record<string, string>> = { SE: '+46', NO: '+47', FI: '+358' }
const PHONE_OFFSET = 100

export const contactId = (email: string) => idOf(`contact ${email}`)

export const contacts: DemoContact[] = customerKeys
  .flatMap((key) => people[key].map((person) => ({ key, person })))
  .map(({ key, person: [name, title, role, sees] }, index) => {
    const email = `${mailName(name)}@${key}.example`
    return {
      id: contactId(email),
      customerId: customerId(key),
      name,
      email,
      phone: phoneNumber(callingCode[customerRow(key).country ?? 'DK'] ?? '+45', PHONE_OFFSET + index),
      title,
      role,
      seesAllCases: sees === 'all',
      language: customerRow(key).language,
      createdAt: CUSTOMER_SINCE,
    }
  })

/** The first name in plain letters. */
function mailName(name: string): string {
  const first = name.split(' ')[0] ?? name
  const plain = first.toLowerCase().replace(/æ/gu, 'ae').replace(/ø/gu, 'oe').replace(/å/gu, 'aa')
  return plain.normalize('NFD').replace(/[^a-z]/gu, '')
}
