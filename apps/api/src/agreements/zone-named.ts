import { createZone, type Zone } from '@timedesk/domain/time/zone'

const zones = new Map<string, Zone>()

/** The zone of that name; each is made once, for making one is dear. */
export function zoneNamed(name: string): Zone {
  const zone = zones.get(name) ?? createZone(name)
  zones.set(name, zone)
  return zone
}
