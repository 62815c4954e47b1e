/** History needs an id for what it is about; the company's row has none, because there is only one. */
export const COMPANY_SUBJECT_ID = '00000000-0000-7000-8000-000000000000'
