/** Where the app is mounted. */
export const BASE_PATH = '/desk'

/** Every address of the desk, below the base path. */
export const paths = {
  signIn: '/sign-in',
  forgotPassword: '/forgot-password',
  setPassword: '/set-password',
  cases: '/cases',
  newCase: '/cases/new',
  case: (number: number | string) => `/cases/${number}`,
  customers: '/customers',
  customer: (customerId: string) => `/customers/${customerId}`,
  contacts: '/contacts',
  projects: '/projects',
  agreements: '/agreements',
  potential: '/potential',
  myTime: '/time',
  people: '/people',
  departments: '/departments',
  caseTypes: '/settings/types',
  priorities: '/settings/priorities',
  activityTypes: '/settings/activity-types',
  company: '/settings/company',
  mails: '/mails',
  imports: '/imports',
  profile: '/profile',
} as const

/** The work list of one view. */
export function workListPath(view: 'mine' | 'department' | 'unassigned' | 'all'): string {
  return view === 'mine' ? paths.cases : `${paths.cases}?view=${view}`
}

/** The time that a customer's potential comes from. */
export function potentialPath(customerId: string): string {
  return `${paths.potential}?customer=${customerId}`
}

/** The sign-in page that leads back to where the person was. */
export function signInPath(from: { pathname: string; search: string; hash: string }): string {
  const back = `${from.pathname}${from.search}${from.hash}`
  return back === '/' ? paths.signIn : `${paths.signIn}?from=${encodeURIComponent(back)}`
}

/** Where to go after sign-in: the address that was asked for when it is one of this app, else the work list. */
export function returnPath(from: string | null): string {
  if (from === null || !/^\/(?![/\\])/u.test(from)) return paths.cases
  const resolved = new URL(from, window.location.origin)
  return resolved.origin === window.location.origin
    ? `${resolved.pathname}${resolved.search}${resolved.hash}`
    : paths.cases
}
