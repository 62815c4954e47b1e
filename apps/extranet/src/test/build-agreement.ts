import type {
  ExtranetAgreement,
  ExtranetPool,
  ExtranetStatementRow,
  ExtranetTimeLine,
} from '@timedesk/contracts/extranet-agreements'

export const agreementIds = {
  voucher: '01900000-0000-7000-8000-000000000021',
  subscription: '01900000-0000-7000-8000-000000000022',
  hourly: '01900000-0000-7000-8000-000000000023',
  pool: '01900000-0000-7000-8000-000000000024',
  otherPool: '01900000-0000-7000-8000-000000000025',
  period: '01900000-0000-7000-8000-000000000026',
  line: '01900000-0000-7000-8000-000000000027',
} as const

/** Ten hours of which three and a quarter are left. */
export function buildPool(overrides: Partial<ExtranetPool> = {}): ExtranetPool {
  return {
    id: agreementIds.pool,
    name: 'V-12',
    kind: 'voucher',
    unit: 'minutes',
    validFrom: '2026-01-01',
    expiresOn: '2099-12-31',
    granted: 600,
    available: 195,
    emptyOn: '2098-05-14',
    price: null,
    state: 'active',
    ...overrides,
  }
}

/** A voucher agreement that shows balances and no money. */
export function buildAgreement(overrides: Partial<ExtranetAgreement> = {}): ExtranetAgreement {
  return {
    id: agreementIds.voucher,
    number: 31,
    heading: 'Support voucher',
    terms: '',
    settlement: 'voucher',
    state: 'active',
    validFrom: '2026-01-01',
    validTo: null,
    poNumber: '',
    overagePolicy: 'bill',
    pools: [buildPool()],
    periods: [],
    shows: { balances: true, money: false },
    ...overrides,
  }
}

type Period = ExtranetAgreement['periods'][number]

export function buildPeriod(overrides: Partial<Period> = {}): Period {
  return {
    id: agreementIds.period,
    description: 'Support plan',
    kind: 'regular',
    from: '2026-03-01',
    to: '2026-03-31',
    amount: { amount: '4500.00', currency: 'DKK' },
    ...overrides,
  }
}

export function buildMovement(overrides: Partial<ExtranetStatementRow> = {}): ExtranetStatementRow {
  return {
    id: agreementIds.line,
    kind: 'draw',
    day: '2026-03-02',
    caseNumber: 1042,
    employee: 'Mette Holm',
    minutes: 25,
    units: -30,
    balanceAfter: 195,
    ...overrides,
  }
}

export function buildTimeLine(overrides: Partial<ExtranetTimeLine> = {}): ExtranetTimeLine {
  return {
    id: agreementIds.line,
    workDate: '2026-03-02',
    employee: 'Mette Holm',
    activityType: 'Support',
    minutes: 25,
    billableMinutes: 30,
    isBillable: true,
    text: 'Reset of the mail profile',
    coveredBy: [{ kind: 'voucher', name: 'V-12', minutes: 30, hold: null }],
    amount: null,
    isReversal: false,
    isInvoiced: false,
    question: null,
    can: { question: false, decideOverage: false },
    ...overrides,
  }
}
