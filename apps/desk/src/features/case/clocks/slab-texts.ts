/** Apart from the words of the ledger behind it, which few open. */
export const slabEnglish = {
  slab: 'Clocks of the case: {{state}}',
  noPromise: 'Nothing is promised',
  nothingDue: 'Nothing is due',
  left: '{{what}}: {{time}} left',
  dueIn: '{{what}} {{when}}',
  over: '{{what}}: over by {{time}}',
  overSince: '{{what}}: due {{when}}',
  pausedIn: '{{what}}: paused in “{{status}}”',
  usedShare: '{{share}} used',
}

export const slabDanish: Record<keyof typeof slabEnglish, string> = {
  slab: 'Sagens ure: {{state}}',
  noPromise: 'Intet er lovet',
  nothingDue: 'Ingen frist',
  left: '{{what}}: {{time}} tilbage',
  dueIn: '{{what}} {{when}}',
  over: '{{what}}: {{time}} over tiden',
  overSince: '{{what}}: frist {{when}}',
  pausedIn: '{{what}}: på pause i “{{status}}”',
  usedShare: '{{share}} brugt',
}
