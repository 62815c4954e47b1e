export const orderEnglish = {
  handle: 'Move {{name}}',
  handleHint: 'Drag it, or press the arrow keys.',
  moved: '{{name}} now stands at {{place}} of {{count}}.',
}

export const orderDanish: Record<keyof typeof orderEnglish, string> = {
  handle: 'Flyt {{name}}',
  handleHint: 'Træk den, eller tryk på piletasterne.',
  moved: '{{name}} står nu som nr. {{place}} af {{count}}.',
}
