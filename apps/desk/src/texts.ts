import { newCaseDanish, newCaseEnglish } from './features/new-case/new-case-texts.ts'
import { casePageDanish, casePageEnglish } from './features/case/case-page-texts.ts'
import { jumpDanish, jumpEnglish } from './features/jump/jump-texts.ts'
import { noticeDanish, noticeEnglish } from './features/notices/notice-texts.ts'
import { timeDanish, timeEnglish } from './shared/time/time-texts.ts'
import { frameDanish, frameEnglish } from './features/frame/frame-texts.ts'
import { identityDanish, identityEnglish } from './features/identity/identity-texts.ts'
import { workListDanish, workListEnglish } from './features/work-list/work-list-texts.ts'
import { officeTexts } from './office-texts.ts'
import { caseDanish, caseEnglish } from './shared/cases/case-texts.ts'
import { eventDanish } from './shared/events/event-danish.ts'
import { eventEnglish } from './shared/events/event-english.ts'
import { problemDanish } from './shared/problems/problem-danish.ts'
import { problemEnglish } from './shared/problems/problem-english.ts'
import { troubleDanish, troubleEnglish } from './shared/problems/trouble-texts.ts'

/** The words of the desk: language, then a namespace for each feature, then key. */
export const texts = {
  en: {
    ...officeTexts.en,
    casePage: casePageEnglish,
    cases: caseEnglish,
    events: eventEnglish,
    frame: frameEnglish,
    identity: identityEnglish,
    jump: jumpEnglish,
    newCase: newCaseEnglish,
    notices: noticeEnglish,
    problems: problemEnglish,
    time: timeEnglish,
    trouble: troubleEnglish,
    workList: workListEnglish,
  },
  da: {
    ...officeTexts.da,
    casePage: casePageDanish,
    cases: caseDanish,
    events: eventDanish,
    frame: frameDanish,
    identity: identityDanish,
    jump: jumpDanish,
    newCase: newCaseDanish,
    notices: noticeDanish,
    problems: problemDanish,
    time: timeDanish,
    trouble: troubleDanish,
    workList: workListDanish,
  },
}
