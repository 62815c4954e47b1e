/** In this order, because most browsers also claim to be others. */
const browsers = [
  ['Edge', /Edg\w*\//u],
  ['Opera', /OPR\//u],
  ['Samsung Internet', /SamsungBrowser\//u],
  ['Firefox', /Firefox\/|FxiOS\//u],
  ['Chrome', /Chrome\/|CriOS\//u],
  ['Safari', /Safari\//u],
] as const
const systems = [
  ['Android', /Android/u],
  ['iPhone', /iPhone/u],
  ['iPad', /iPad/u],
  ['Windows', /Windows/u],
  ['macOS', /Macintosh/u],
  ['Linux', /Linux|X11/u],
] as const

/** A browser as a person would name it: "Firefox on Linux". Other programs keep the first word of their own name. */
export function nameUserAgent(userAgent: string): string {
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent))?.[0]
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0]
  if (browser === undefined) return userAgent.split(/[\s/]/u)[0] ?? ''
  return system === undefined ? browser : `${browser} on ${system}`
}
