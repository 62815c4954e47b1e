export const periodEnglish = {
  period: 'Period',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
  own: 'Own',
  quarterName: 'Q{{quarter}} {{year}}',
  earlier: 'Earlier',
  later: 'Later',
  from: 'From',
  to: 'To and including',
}

export const periodDanish: Record<keyof typeof periodEnglish, string> = {
  period: 'Periode',
  month: 'Måned',
  quarter: 'Kvartal',
  year: 'År',
  own: 'Egen',
  quarterName: '{{quarter}}. kvartal {{year}}',
  earlier: 'Tidligere',
  later: 'Senere',
  from: 'Fra',
  to: 'Til og med',
}
