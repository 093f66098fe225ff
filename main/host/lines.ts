/** Lines of text over a socket: each frame of the peers' protocol is one. */
import type { Socket } from 'node:net'

/** Calls `take` for each line; a line longer than `longest()` (in bytes) ends the connection. */
export const onLine = (socket: Socket, longest: () => number, take: (line: string) => void): void => {
  let parts: Buffer[] = []
  let length = 0
  socket.on('data', (chunk: Buffer) => {
    let rest = chunk
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      if (length + end > longest()) {
        socket.destroy()
        return
      }
      const line = Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8')
      parts = []
      length = 0
      rest = rest.subarray(end + 1)
      take(line)
      if (socket.destroyed) return
    }
    parts.push(rest)
    length += rest.length
    if (length > longest()) socket.destroy()
  })
}
