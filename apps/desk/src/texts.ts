import { frameDanish, frameEnglish } from './features/frame/frame-texts.ts'
import { identityDanish, identityEnglish } from './features/identity/identity-texts.ts'
import { problemDanish } from './shared/problems/problem-danish.ts'
import { problemEnglish } from './shared/problems/problem-english.ts'
import { troubleDanish, troubleEnglish } from './shared/problems/trouble-texts.ts'

/** The words of the desk: language, then a namespace for each feature, then key. */
export const texts = {
  en: { frame: frameEnglish, identity: identityEnglish, problems: problemEnglish, trouble: troubleEnglish },
  da: { frame: frameDanish, identity: identityDanish, problems: problemDanish, trouble: troubleDanish },
}
