import { expect, test } from 'vitest'
import { mentionOf, mentionsIn, mentionText } from './mentions.ts'

const mette = '019371f0-0000-7000-8000-000000000001'
const jonas = '019371f0-0000-7000-8000-000000000002'
const support = '019371f0-0000-7000-8000-000000000003'

test('everybody who is called by name is found once, in order', () => {
  const note = `${mentionText('employee', jonas, 'Jonas')}, ask ${mentionText('employee', mette, 'Mette [Holm]')}, ${mentionText('employee', jonas, 'Jonas')} or ${mentionText('department', support, 'Support')}.`

  expect(mentionsIn(note, 50)).toEqual({ employeeIds: [jonas, mette], departmentIds: [support] })
  expect(mentionsIn(note, 1)).toEqual({ employeeIds: [jonas], departmentIds: [support] })
})

test.for<[string, string]>([
  ['in a line of code', `Write \`${mentionText('employee', mette, 'M')}\` for that.`],
  ['in a block of code', `See\n\n\`\`\`md\n${mentionText('employee', mette, 'M')}\n\`\`\`\n`],
  ['in a block that never ends', `~~~\n${mentionText('employee', mette, 'M')}`],
  ['with another address', `[@Mette](https://example.com/employee/${mette})`],
  ['without the sign', `[Mette](mention:employee/${mette})`],
  ['with an id that is none', '[@Mette](mention:employee/everybody)'],
])('a name %s calls nobody', ([, note]) => {
  expect(mentionsIn(note, 50)).toEqual({ employeeIds: [], departmentIds: [] })
})

test('what comes after a block of code counts again', () => {
  const name = mentionText('employee', mette, 'M')

  expect(mentionsIn(`\`\`\`\n${mentionText('employee', jonas, 'J')}\n\`\`\`\n${name}`, 50).employeeIds).toEqual([mette])
})

test('an address says whom it mentions', () => {
  expect(mentionOf(`mention:department/${support}`)).toEqual({ kind: 'department', id: support })
  expect(mentionOf('mention:everybody/1')).toBeNull()
  expect(mentionOf('https://example.com')).toBeNull()
})
