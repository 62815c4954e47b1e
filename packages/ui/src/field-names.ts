import type { CaseField, CaseFieldValue, FieldOption } from '@timedesk/contracts/custom-fields'
import type { Language } from './i18n.ts'

/** What a custom field is called in a language; its first name where nobody translated it. */
export function fieldName({ name, nameDa }: Pick<CaseField, 'name' | 'nameDa'>, language: Language): string {
  return language === 'da' ? (nameDa ?? name) : name
}

/** What is said below a custom field in a language; empty when nothing is. */
export function fieldHelp({ help, helpDa }: Pick<CaseField, 'help' | 'helpDa'>, language: Language): string {
  return language === 'da' ? (helpDa ?? help) : help
}

/** What an option is called in a language. */
export function optionName({ label, labelDa }: Pick<FieldOption, 'label' | 'labelDa'>, language: Language): string {
  return language === 'da' ? (labelDa ?? label) : label
}

/** What a value of a case reads as in a language. */
export function valueName({ label, labelDa }: Pick<CaseFieldValue, 'label' | 'labelDa'>, language: Language): string {
  return language === 'da' ? (labelDa ?? label) : label
}
