import { createWords } from '../../shared/create-words.ts'
import { approvalDanish, approvalEnglish } from './approval-texts.ts'

export const useApprovalWords = createWords('approvals', { en: approvalEnglish, da: approvalDanish })
