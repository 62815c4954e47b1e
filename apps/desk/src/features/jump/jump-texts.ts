export const jumpEnglish = {
  open: 'Search and jump',
  placeholder: 'Case number, words, customer or page …',
  cases: 'Cases',
  customers: 'Customers',
  pages: 'Pages',
  nothing: 'Nothing found',
  begin: 'Type to search in cases and customers.',
  failed: 'The search failed. Type again to retry.',
}

export const jumpDanish: Record<keyof typeof jumpEnglish, string> = {
  open: 'Søg og spring',
  placeholder: 'Sagsnummer, ord, kunde eller side …',
  cases: 'Sager',
  customers: 'Kunder',
  pages: 'Sider',
  nothing: 'Intet fundet',
  begin: 'Skriv for at søge i sager og kunder.',
  failed: 'Søgningen mislykkedes. Skriv igen for at prøve.',
}
