/** The header that says which version of a thing a change is meant for. */
export function ifMatch(version: number): { ifMatch: string } {
  return { ifMatch: `"v${version}"` }
}
