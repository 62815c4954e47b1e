import type { Language, ProductName } from './shape.ts'
import type { EmployeeKey } from './staff.ts'

export type CustomerRow = {
  name: string
  language: Language
  place: readonly [address: string, postalCode: string, city: string]
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
    place: ['Havnegade 14', '7100', 'Vejle'],
    products: ['Ledger', 'Planr', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 6,
    remarks: 'Largest customer. Calls before nine are welcome.',
  },
  balticshipping: {
    name: 'Baltic Shipping Agency',
    language: 'en',
    place: ['Toldbodgade 55', '1253', 'København K'],
    products: ['Ledger', 'Planr', 'Hosting'],
    manager: 'henrik',
    weight: 4,
  },
  havtorn: {
    name: 'Havtorn Skincare',
    language: 'en',
    place: ['Strandvejen 210', '2900', 'Hellerup'],
    products: ['Ledger', 'Webdesk'],
    manager: 'jonas',
    weight: 3,
  },
  granit: {
    name: 'Granit & Glas Architects',
    language: 'en',
    place: ['Vesterbro Torv 3', '8000', 'Aarhus C'],
    products: ['Planr', 'Webdesk', 'Hosting'],
    manager: 'jonas',
    weight: 3,
  },
  sundby: {
    name: 'Sundby Robotics',
    language: 'en',
    place: ['Cortex Park 8', '5230', 'Odense M'],
    products: ['Ledger', 'Planr', 'Hosting'],
    manager: 'henrik',
    weight: 4,
  },
  ostersjo: {
    name: 'Östersjö Timber AB',
    language: 'en',
    place: ['Hamngatan 7', '392 31', 'Kalmar'],
    country: 'SE',
    products: ['Ledger', 'Planr'],
    manager: 'jonas',
    weight: 2,
  },
  fjellheim: {
    name: 'Fjellheim Outdoor AS',
    language: 'en',
    place: ['Storgata 31', '6002', 'Ålesund'],
    country: 'NO',
    products: ['Ledger', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 3,
  },
  kallio: {
    name: 'Kallio Design Oy',
    language: 'en',
    place: ['Fleminginkatu 12', '00530', 'Helsinki'],
    country: 'FI',
    ratePerHour: 16_500,
    products: ['Webdesk', 'Hosting'],
    manager: 'jonas',
    weight: 2,
  },
  lyngby: {
    name: 'Lyngby Biolabs',
    language: 'en',
    place: ['Diplomvej 381', '2800', 'Kongens Lyngby'],
    products: ['Ledger', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 3,
  },
  vindrose: {
    name: 'Vindrose Travel',
    language: 'en',
    place: ['Nørregade 18', '1165', 'København K'],
    products: ['Ledger', 'Planr', 'Webdesk'],
    manager: 'jonas',
    weight: 3,
  },
  skagerrak: {
    name: 'Skagerrak Seafood',
    language: 'en',
    place: ['Fiskerikajen 4', '9850', 'Hirtshals'],
    products: ['Ledger', 'Planr'],
    manager: 'karen',
    weight: 2,
    remarks: 'No agreement yet, settled by the price of the house.',
  },
  polar: {
    name: 'Polar Pharma Logistics',
    language: 'en',
    place: ['Transportvej 22', '2605', 'Brøndby'],
    products: ['Planr', 'Hosting'],
    manager: 'henrik',
    weight: 3,
  },
  tidevand: {
    name: 'Tidevand Film',
    language: 'en',
    place: ['Filmbyen 11', '8000', 'Aarhus C'],
    products: ['Planr', 'Webdesk'],
    manager: 'jonas',
    weight: 2,
    ratePerHour: 87_500,
    remarks: 'Price of its own since the pilot project.',
  },
  aurora: {
    name: 'Aurora Language School',
    language: 'en',
    place: ['Frederiksgade 72', '8000', 'Aarhus C'],
    products: ['Planr', 'Webdesk'],
    manager: 'karen',
    weight: 2,
  },
  moellegaarden: {
    name: 'Møllegårdens Bageri',
    language: 'da',
    place: ['Møllevej 5', '4100', 'Ringsted'],
    products: ['Ledger', 'Planr'],
    manager: 'karen',
    weight: 2,
  },
  jysktag: {
    name: 'Jysk Tag & Facade',
    language: 'da',
    place: ['Industrivej 41', '8600', 'Silkeborg'],
    products: ['Ledger', 'Planr'],
    manager: 'jonas',
    weight: 3,
  },
  klinikken: {
    name: 'Tandklinikken Åboulevarden',
    language: 'da',
    place: ['Åboulevarden 30', '8000', 'Aarhus C'],
    products: ['Ledger', 'Planr', 'Hosting'],
    manager: 'karen',
    weight: 2,
  },
  sydfyn: {
    name: 'Sydfyns Varmeværk',
    language: 'da',
    place: ['Kullinggade 29', '5700', 'Svendborg'],
    products: ['Ledger', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 3,
  },
  elmotor: {
    name: 'Midtjysk Elmotor',
    language: 'da',
    place: ['Dalgas Allé 12', '7400', 'Herning'],
    products: ['Ledger', 'Planr', 'Webdesk'],
    manager: 'jonas',
    weight: 3,
  },
  groenhave: {
    name: 'Grønhave Gartneri',
    language: 'da',
    place: ['Drivhusvej 3', '5260', 'Odense S'],
    products: ['Ledger', 'Planr'],
    manager: 'karen',
    weight: 2,
  },
  advokathuset: {
    name: 'Advokathuset Bredgade',
    language: 'da',
    place: ['Bredgade 40', '1260', 'København K'],
    products: ['Ledger', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 3,
  },
  roskildevvs: {
    name: 'Roskilde VVS-Center',
    language: 'da',
    place: ['Københavnsvej 114', '4000', 'Roskilde'],
    products: ['Ledger', 'Planr'],
    manager: 'jonas',
    weight: 3,
  },
  hansenlund: {
    name: 'Hansen & Lund Revision',
    language: 'da',
    place: ['Algade 66', '9000', 'Aalborg'],
    products: ['Ledger', 'Webdesk', 'Hosting'],
    manager: 'henrik',
    weight: 4,
  },
  bornholm: {
    name: 'Bornholms Keramikfabrik',
    language: 'da',
    place: ['Nørregade 9', '3770', 'Allinge'],
    products: ['Ledger', 'Webdesk'],
    manager: 'karen',
    weight: 2,
  },
  vadehav: {
    name: 'Vadehavets Naturskole',
    language: 'da',
    place: ['Okholmvej 5', '6760', 'Ribe'],
    products: ['Planr', 'Webdesk', 'Hosting'],
    manager: 'karen',
    weight: 2,
  },
} as const satisfies Record<string, CustomerRow>
