import { contactDanish, contactEnglish } from './features/contacts/contact-texts.ts'
import { customerDanish, customerEnglish } from './features/customers/customer-texts.ts'
import { potentialDanish, potentialEnglish } from './features/potential/potential-texts.ts'
import { settingsDanish, settingsEnglish } from './features/settings/settings-texts.ts'
import { peopleDanish, peopleEnglish } from './features/people/people-texts.ts'
import { agreementDanish, agreementEnglish } from './features/agreements/agreement-texts.ts'
import { projectDanish, projectEnglish } from './features/projects/project-texts.ts'
import { profileDanish, profileEnglish } from './features/profile/profile-texts.ts'
import { mailDanish, mailEnglish } from './features/mails/mail-texts.ts'
import { myTimeDanish, myTimeEnglish } from './features/my-time/my-time-texts.ts'
import { importDanish, importEnglish } from './features/imports/import-texts.ts'
import { formDanish, formEnglish } from './shared/forms/form-texts.ts'
import { listDanish, listEnglish } from './shared/lists/list-texts.ts'
import { ratingDanish, ratingEnglish } from './shared/rating/rating-texts.ts'

/** The words of everything around the cases: customers, money, people, settings and operations. */
export const officeTexts = {
  en: {
    forms: formEnglish,
    lists: listEnglish,
    rating: ratingEnglish,
    customers: customerEnglish,
    contacts: contactEnglish,
    potential: potentialEnglish,
    settings: settingsEnglish,
    imports: importEnglish,
    myTime: myTimeEnglish,
    mails: mailEnglish,
    profile: profileEnglish,
    projects: projectEnglish,
    agreements: agreementEnglish,
    people: peopleEnglish,
  },
  da: {
    forms: formDanish,
    lists: listDanish,
    rating: ratingDanish,
    customers: customerDanish,
    contacts: contactDanish,
    potential: potentialDanish,
    settings: settingsDanish,
    imports: importDanish,
    myTime: myTimeDanish,
    mails: mailDanish,
    profile: profileDanish,
    projects: projectDanish,
    agreements: agreementDanish,
    people: peopleDanish,
  },
}
