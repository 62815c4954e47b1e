/** What the views that come with the product are called. */
export const viewEnglish = {
  inbox: 'Inbox',
  mine: 'My cases',
  team: 'My department',
  waiting: 'Awaiting customer',
  breaching: 'Breaching today',
  unassigned: 'Unassigned',
  snoozed: 'Snoozed',
  following: 'Following',
  drafts: 'Drafts',
  active: 'All active',
}

export const viewDanish: Record<keyof typeof viewEnglish, string> = {
  inbox: 'Indbakke',
  mine: 'Mine sager',
  team: 'Min afdeling',
  waiting: 'Afventer kunden',
  breaching: 'Frist i dag',
  unassigned: 'Uden ansvarlig',
  snoozed: 'Udskudte',
  following: 'Følger',
  drafts: 'Kladder',
  active: 'Alle åbne',
}
