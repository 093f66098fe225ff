/** The `app:` protocol: the window's built files and nothing else on this computer. */
import type { Protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { windowFile } from '../../contract/window-files.ts'

/** Must be registered before Electron is ready. */
export const windowScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
} as const

/** `folder` holds the built window. */
export const serveWindow = (protocol: Pick<Protocol, 'handle'>, folder: string): void => {
  protocol.handle('app', (request) => answer(folder, request))
}

export const answer = async (
  folder: string,
  { method, url }: { readonly method: string; readonly url: string },
): Promise<Response> => {
  const { host, pathname } = new URL(url)
  const found = method === 'GET' && host === 'verbatim' ? windowFile(pathname) : null
  if (!found) return new Response(null, { status: 404 })
  try {
    return new Response(await readFile(join(folder, found.file)), { headers: { ...found.headers } })
  } catch {
    return new Response(null, { status: 404 })
  }
}
