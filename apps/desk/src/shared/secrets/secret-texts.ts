export const secretEnglish = { copy: 'Copy', copied: 'Copied', done: 'Done' }

export const secretDanish: Record<keyof typeof secretEnglish, string> = {
  copy: 'Kopiér',
  copied: 'Kopieret',
  done: 'Færdig',
}
