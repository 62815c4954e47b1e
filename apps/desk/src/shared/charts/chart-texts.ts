export const chartEnglish = {
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
}

export const chartDanish: Record<keyof typeof chartEnglish, string> = {
  asTable: 'Vis som tabel',
  asChart: 'Vis som diagram',
}
