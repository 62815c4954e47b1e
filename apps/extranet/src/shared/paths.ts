/** Where the extranet's pages live, below `/extranet`. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  forgotPassword: '/forgot-password',
  setPassword: '/set-password',
  cases: '/cases',
  reportCase: '/cases/new',
  profile: '/profile',
  colleagues: '/colleagues',
  agreements: '/agreements',
  invoices: '/invoices',
} as const

/** The page of a case, by its number. */
export function casePath(number: number): string {
  return `/cases/${number}`
}

/** The time on a case, on its page. */
export function caseTimePath(number: number): string {
  return `${casePath(number)}#time`
}

/** The page of an invoice or credit note. */
export function invoicePath(id: string): string {
  return `${paths.invoices}/${id}`
}

/** The page of an agreement, with the statement of one of its vouchers or quotas when `poolId` is given. */
export function agreementPath(id: string, poolId?: string): string {
  const path = `${paths.agreements}/${id}`
  return poolId === undefined ? path : `${path}?${new URLSearchParams({ of: poolId }).toString()}`
}

const NOWHERE = 'https://nowhere.invalid'

/**
 * Where to go after signing in: the wanted path when it is one of this site, else the start.
 * `//other.example`, `/\other.example` and whole addresses lead away, so they do not count.
 */
export function safeReturnPath(wanted: string | null): string {
  if (wanted?.startsWith('/') !== true || !URL.canParse(wanted, NOWHERE)) return paths.home
  const url = new URL(wanted, NOWHERE)
  if (url.origin !== NOWHERE || url.pathname.startsWith('//')) return paths.home
  const path = `${url.pathname}${url.search}${url.hash}`
  return path.startsWith(paths.signIn) ? paths.home : path
}

/** The sign-in page that leads back to `path` afterwards. */
export function signInPath(path: string): string {
  return path === paths.home ? paths.signIn : `${paths.signIn}?${new URLSearchParams({ return: path }).toString()}`
}
