/** A page of the desk, as the jump offers it. */
export type JumpPage = { label: string; href: string }
