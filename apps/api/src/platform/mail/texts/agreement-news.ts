/** Units of a voucher or a quota; minor units of `currency` for money. */
export type Units = { unit: 'minutes' | 'cases' | 'money'; count: number; currency: string }

/**
 * What is new about an agreement: facts only. Days are `YYYY-MM-DD`, prices as they are shown. Units are null for
 * readers whom balances are not shown to.
 */
export type AgreementNews =
  | { kind: 'threshold'; pool: string; percent: number; granted: Units; available: Units }
  | { kind: 'empty'; pool: string; granted: Units }
  | { kind: 'expiry'; pool: string; expiresOn: string; available: Units | null }
  | { kind: 'expired'; pool: string; expiresOn: string; units: Units | null }
  | { kind: 'notice'; validTo: string; noticeBy: string; renewsTo: string }
  | { kind: 'renewed'; from: string; validTo: string }
  | { kind: 'ended'; lastDay: string }
  | { kind: 'price_change'; line: string; oldPrice: string; newPrice: string; validFrom: string; index: string }

type Kind = AgreementNews['kind']

/** News in words: a subject and lines of text. */
export type Told = { subject: string; lines: string[] }

/** What words need beside the news: whose agreement it is, and how the language writes days and units. */
export type Telling = {
  heading: string
  customer: string
  day: (day: string) => string
  units: (units: Units) => string
}

/** A language's words for each kind of news. */
export type Wordings = { [K in Kind]: (news: Extract<AgreementNews, { kind: K }>, telling: Telling) => Told }
