import { EnvironmentError } from '../env.ts'

const WRONG_ENVIRONMENT = 2
const FAULT = 1

/** The one line, and the exit status, for a start that failed. */
export function explainStart(error: unknown): { line: string; status: number } {
  if (error instanceof EnvironmentError) return { line: error.message, status: WRONG_ENVIRONMENT }
  const { code, syscall, address, port } = error as Partial<NodeJS.ErrnoException & { address: string; port: number }>
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return { line: explainListening(code, address, port), status: WRONG_ENVIRONMENT }
  return { line: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error), status: FAULT }
}

function explainListening(code = 'unknown', address = 'this machine', port = 0): string {
  if (code === 'EADDRINUSE')
    return `PORT: ${String(port)} is already in use; set another one, such as PORT=${String(port + 1)}`
  if (code === 'EACCES') return `PORT: ${String(port)} may not be used by this user; take one above 1023`
  return `HOST: cannot listen on ${address} (${code})`
}
