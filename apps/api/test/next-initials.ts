let count = 0

/** Initials that no other employee of this run has; six random characters would meet again too often. */
export function nextInitials(): string {
  count += 1
  return `E${count.toString(36)}`.toUpperCase()
}
