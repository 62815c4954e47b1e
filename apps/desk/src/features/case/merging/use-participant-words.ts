import { createWords } from '../../../shared/create-words.ts'
import { participantDanish, participantEnglish } from './participant-texts.ts'

export const useParticipantWords = createWords('participants', { en: participantEnglish, da: participantDanish })
