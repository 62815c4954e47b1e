export { createWords, joinTexts, type Words } from '@timedesk/ui/create-words'
