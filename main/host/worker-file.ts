/** Finds the entries of worker threads, in the sources and in what is built from them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Path of the worker `name`: beside this file in the sources; built, in the folder of the chunk that this became or above it. */
export const workerFile = (name: string): string => {
  const here = import.meta.dirname
  const places = [join(here, `${name}.ts`), join(here, `${name}.js`), join(here, '..', `${name}.js`)]
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error(`the worker ${name} is missing from this installation`)
  return found
}
