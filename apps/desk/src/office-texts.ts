import { contactDanish, contactEnglish } from './features/contacts/contact-texts.ts'
import { customerDanish, customerEnglish } from './features/customers/customer-texts.ts'
import { formDanish, formEnglish } from './shared/forms/form-texts.ts'
import { listDanish, listEnglish } from './shared/lists/list-texts.ts'

/** The words of everything around the cases: customers, money, people, settings and operations. */
export const officeTexts = {
  en: { forms: formEnglish, lists: listEnglish, customers: customerEnglish, contacts: contactEnglish },
  da: { forms: formDanish, lists: listDanish, customers: customerDanish, contacts: contactDanish },
}
