/** The first word of each noun's query keys, so that a change of one noun can renew what others show of it. */
export const queryRoots = {
  customers: ['customers'],
  contacts: ['contacts'],
  projects: ['projects'],
  agreements: ['agreements'],
  potential: ['potential'],
  employees: ['employees'],
  company: ['company'],
  settings: ['settings'],
  timeEntries: ['time-entries'],
  mails: ['mails'],
  imports: ['imports'],
  sessions: ['sessions'],
  apiTokens: ['api-tokens'],
  me: ['me'],
} as const satisfies Record<string, readonly [string]>
