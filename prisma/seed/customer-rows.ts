import type { Language, ProductName } from './shape.ts'
import type { EmployeeKey } from './staff.ts'

export type CustomerRow = {
  name: string
  language: Language
  address: string
  country?: string
  products: readonly ProductName[]
  manager: EmployeeKey
  /** How many cases it raises compared with the others. */
  weight: number
  remarks?: string
  /** Minor units per hour. */
  ratePerHour?: number
}

/** By their name in mail addresses and host names. */
export const customerRows = {
  nordlys: {
    name: 'Nordlys Energi',
    language: 'en',
    address: 'Havnegade 14\n7100 Vejle',
    products: ['Ledger', 'Planr', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 6,
    remarks: 'Largest customer. Calls before nine are welcome.',
  },
  balticshipping: {
    name: 'Baltic Shipping Agency',
    language: 'en',
    address: 'Toldbodgade 55\n1253 København K',
    products: ['Ledger', 'Planr', 'Hosting'],
    manager: 'henrik',
    weight: 4,
  },
  havtorn: {
    name: 'Havtorn Skincare',
    language: 'en',
    address: 'Strandvejen 210\n2900 Hellerup',
    products: ['Ledger', 'Webdesk'],
    manager: 'jonas',
    weight: 3,
  },
  granit: {
    name: 'Granit & Glas Architects',
    language: 'en',
    address: 'Vesterbro Torv 3\n8000 Aarhus C',
    products: ['Planr', 'Webdesk', 'Hosting'],
    manager: 'jonas',
    weight: 3,
  },
  sundby: {
    name: 'Sundby Robotics',
    language: 'en',
    address: 'Cortex Park 8\n5230 Odense M',
    products: ['Ledger', 'Planr', 'Hosting'],
    manager: 'henrik',
    weight: 4,
  },
  ostersjo: {
    name: 'Östersjö Timber AB',
    language: 'en',
    address: 'Hamngatan 7\n392 31 Kalmar',
    country: 'SE',
    products: ['Ledger', 'Planr'],
    manager: 'jonas',
    weight: 2,
  },
  fjellheim: {
    name: 'Fjellheim Outdoor AS',
    language: 'en',
    address: 'Storgata 31\n6002 Ålesund',
    country: 'NO',
    products: ['Ledger', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 3,
  },
  kallio: {
    name: 'Kallio Design Oy',
    language: 'en',
    address: 'Fleminginkatu 12\n00530 Helsinki',
    country: 'FI',
    products: ['Webdesk', 'Hosting'],
    manager: 'jonas',
    weight: 2,
  },
  lyngby: {
    name: 'Lyngby Biolabs',
    language: 'en',
    address: 'Diplomvej 381\n2800 Kongens Lyngby',
    products: ['Ledger', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 3,
  },
  vindrose: {
    name: 'Vindrose Travel',
    language: 'en',
    address: 'Nørregade 18\n1165 København K',
    products: ['Ledger', 'Planr', 'Webdesk'],
    manager: 'jonas',
    weight: 3,
  },
  skagerrak: {
    name: 'Skagerrak Seafood',
    language: 'en',
    address: 'Fiskerikajen 4\n9850 Hirtshals',
    products: ['Ledger', 'Planr'],
    manager: 'karen',
    weight: 2,
    remarks: 'No agreement yet, settled by the price of the house.',
  },
  polar: {
    name: 'Polar Pharma Logistics',
    language: 'en',
    address: 'Transportvej 22\n2605 Brøndby',
    products: ['Planr', 'Hosting'],
    manager: 'henrik',
    weight: 3,
  },
  tidevand: {
    name: 'Tidevand Film',
    language: 'en',
    address: 'Filmbyen 11\n8000 Aarhus C',
    products: ['Planr', 'Webdesk'],
    manager: 'jonas',
    weight: 2,
    ratePerHour: 87_500,
    remarks: 'Price of its own since the pilot project.',
  },
  aurora: {
    name: 'Aurora Language School',
    language: 'en',
    address: 'Frederiksgade 72\n8000 Aarhus C',
    products: ['Planr', 'Webdesk'],
    manager: 'karen',
    weight: 2,
  },
  moellegaarden: {
    name: 'Møllegårdens Bageri',
    language: 'da',
    address: 'Møllevej 5\n4100 Ringsted',
    products: ['Ledger', 'Planr'],
    manager: 'karen',
    weight: 2,
  },
  jysktag: {
    name: 'Jysk Tag & Facade',
    language: 'da',
    address: 'Industrivej 41\n8600 Silkeborg',
    products: ['Ledger', 'Planr'],
    manager: 'jonas',
    weight: 3,
  },
  klinikken: {
    name: 'Tandklinikken Åboulevarden',
    language: 'da',
    address: 'Åboulevarden 30\n8000 Aarhus C',
    products: ['Ledger', 'Planr', 'Hosting'],
    manager: 'karen',
    weight: 2,
  },
  sydfyn: {
    name: 'Sydfyns Varmeværk',
    language: 'da',
    address: 'Kullinggade 29\n5700 Svendborg',
    products: ['Ledger', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 3,
  },
  elmotor: {
    name: 'Midtjysk Elmotor',
    language: 'da',
    address: 'Dalgas Allé 12\n7400 Herning',
    products: ['Ledger', 'Planr', 'Webdesk'],
    manager: 'jonas',
    weight: 3,
  },
  groenhave: {
    name: 'Grønhave Gartneri',
    language: 'da',
    address: 'Drivhusvej 3\n5260 Odense S',
    products: ['Ledger', 'Planr'],
    manager: 'karen',
    weight: 2,
  },
  advokathuset: {
    name: 'Advokathuset Bredgade',
    language: 'da',
    address: 'Bredgade 40\n1260 København K',
    products: ['Ledger', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 3,
  },
  roskildevvs: {
    name: 'Roskilde VVS-Center',
    language: 'da',
    address: 'Københavnsvej 114\n4000 Roskilde',
    products: ['Ledger', 'Planr'],
    manager: 'jonas',
    weight: 3,
  },
  hansenlund: {
    name: 'Hansen & Lund Revision',
    language: 'da',
    address: 'Algade 66\n9000 Aalborg',
    products: ['Ledger', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 4,
  },
  bornholm: {
    name: 'Bornholms Keramikfabrik',
    language: 'da',
    address: 'Nørregade 9\n3770 Allinge',
    products: ['Ledger', 'Webdesk'],
    manager: 'karen',
    weight: 2,
  },
  vadehav: {
    name: 'Vadehavets Naturskole',
    language: 'da',
    address: 'Okholmvej 5\n6760 Ribe',
    products: ['Planr', 'Webdesk', 'Hosting'],
    manager: 'karen',
    weight: 2,
  },
} as const satisfies Record<string, CustomerRow>
