import { expect, test } from 'vitest'
import { chooseChannels, type Claim } from './choose-channels.ts'
import { cells } from './reasons.ts'

test('whoever is told for several reasons is told once, for what matters most, in every way that any of them comes', () => {
  const claims: Claim[] = [
    { reason: 'customer_answered', scope: 'mine' },
    { reason: 'snooze_ended', scope: 'mine' },
    { reason: 'replied', scope: 'followed' },
  ]

  expect(chooseChannels(claims, [])).toEqual({
    ...{ reason: 'snooze_ended', scope: 'mine', level: 'normal' },
    ...{ inApp: true, mail: true },
  })
  expect(chooseChannels([...claims, { reason: 'mentioned', scope: 'mine' }], [])).toMatchObject({
    reason: 'mentioned',
    level: 'high',
  })
})

test('of one reason, the nearest scope is told', () => {
  const claims: Claim[] = [
    { reason: 'noted', scope: 'followed' },
    { reason: 'noted', scope: 'mine' },
  ]

  expect(chooseChannels(claims, [])).toMatchObject({ scope: 'mine' })
})

test.for([
  ['what is switched off does not come', [{ reason: 'noted', scope: 'mine', channel: 'in_app', isOn: false }], null],
  [
    'a way of its own may be switched on',
    [
      { reason: 'noted', scope: 'mine', channel: 'in_app', isOn: false },
      { reason: 'noted', scope: 'mine', channel: 'mail', isOn: true },
    ],
    { reason: 'noted', scope: 'mine', level: 'normal', inApp: false, mail: true },
  ],
  [
    'what was chosen in another scope counts there alone',
    [{ reason: 'noted', scope: 'followed', channel: 'in_app', isOn: false }],
    { reason: 'noted', scope: 'mine', level: 'normal', inApp: true, mail: false },
  ],
] as const)('%s', ([, choices, expected]) => {
  expect(chooseChannels([{ reason: 'noted', scope: 'mine' }], choices)).toEqual(expected)
})

test('a reason never comes in a scope that it does not have, nor by mail when it is one of very many', () => {
  const choice = { reason: 'asked', scope: 'followed', channel: 'mail', isOn: true } as const

  expect(chooseChannels([{ reason: 'asked', scope: 'followed' }], [choice])).toBeNull()
  expect(chooseChannels([{ reason: 'assigned', scope: 'mine', isWithoutMail: true }], [])).toMatchObject({
    mail: false,
  })
})

test('each choice is there once', () => {
  const keys = cells.map(({ reason, scope, channel }) => `${reason} ${scope} ${channel}`)

  expect(keys.length).toBeGreaterThan(0)
  expect(new Set(keys).size).toBe(keys.length)
})
