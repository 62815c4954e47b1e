/** Who is signed in, as the frame shows them. */
export type FrameUser = { name: string; email?: string | undefined }
