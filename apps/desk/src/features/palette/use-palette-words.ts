import { createWords } from '../../shared/create-words.ts'
import { paletteDialogDanish, paletteDialogEnglish } from './palette-dialog-texts.ts'

export const usePaletteWords = createWords('paletteDialog', { en: paletteDialogEnglish, da: paletteDialogDanish })
