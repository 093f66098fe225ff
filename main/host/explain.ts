/** What went wrong with a project file, with the copy to offer where it is damaged. */
import { AppError } from '../../contract/failure.ts'
import { explainFile } from '../../db/failure.ts'
import { newestCopy } from './copies.ts'

/** The failure that an error on the project file at `path` means to people; any other error as it is. */
export const explain = (error: unknown, path: string): unknown => {
  const explained = explainFile(error, path)
  if (!(explained instanceof AppError) || explained.failure.code !== 'corrupt') return explained
  return new AppError({ ...explained.failure, copy: explained.failure.copy ?? newestCopy(path) })
}
