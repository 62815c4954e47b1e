import { createZone, type Zone } from './zone.ts'

const zones = new Map<string, Zone>()

/** The zone of that name; each is made once, for making one is dear. Throws a RangeError for a name that is no zone. */
export function zoneNamed(name: string): Zone {
  const zone = zones.get(name) ?? createZone(name)
  zones.set(name, zone)
  return zone
}
