export const paletteEnglish = { open: 'Search and do' }

export const paletteDanish: Record<keyof typeof paletteEnglish, string> = { open: 'Søg og gør' }
