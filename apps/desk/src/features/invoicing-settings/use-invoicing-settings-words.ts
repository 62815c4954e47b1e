import { createWords } from '../../shared/create-words.ts'
import { invoicingSettingsDanish, invoicingSettingsEnglish } from './invoicing-settings-texts.ts'

export const useInvoicingSettingsWords = createWords('invoicing-settings', {
  en: invoicingSettingsEnglish,
  da: invoicingSettingsDanish,
})
