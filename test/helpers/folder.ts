import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that is gone when the test is done. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-study-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
