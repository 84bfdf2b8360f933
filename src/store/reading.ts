import { UserError } from '../error.ts'

/** Reads a file or a folder; what keeps it from being read is the person's to mend. */
export function reading<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof UserError) throw error
    const remedy = 'make it readable, or move it away; nothing was changed'
    throw new UserError(`${path} cannot be read: ${(error as Error).message}`, remedy, 3, { cause: error })
  }
}
