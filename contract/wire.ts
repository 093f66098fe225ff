/** Requests and responses, and the two ends that speak them over any transport. */
import { z } from 'zod'
import { AppError, Failure } from './failure.ts'
import { contract, type Client, type Contract, type HostFeature, type Services } from './index.ts'
import type { Method } from './method.ts'

export const Request = z.object({ feature: z.string(), method: z.string(), input: z.unknown() })
export type Request = z.infer<typeof Request>
export const Response = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), output: z.unknown().optional() }),
  z.object({ ok: z.literal(false), failure: Failure }),
])
export type Response = z.infer<typeof Response>
export type Send = (request: Request) => Promise<unknown>

const methods = contract as Record<string, Record<string, Method>>

/** The declaration of `feature.method`; own properties only, so that `__proto__` finds nothing. */
export const findMethod = (feature: string, method: string): Method | undefined =>
  Object.hasOwn(methods, feature) && Object.hasOwn(methods[feature] as object, method)
    ? methods[feature]?.[method]
    : undefined

/** Calling end over any transport. Rejects with `AppError` and nothing else. */
export const createClient = (send: Send): Client => {
  const call = async (feature: string, method: string, spec: Method, input: unknown) => {
    const response = Response.parse(await send({ feature, method, input }))
    if (!response.ok) throw new AppError(response.failure)
    return spec.output.parse(response.output)
  }
  return Object.fromEntries(
    Object.entries(methods).map(([feature, specs]) => [
      feature,
      Object.fromEntries(
        Object.entries(specs).map(([method, spec]) => [method, (input: unknown) => call(feature, method, spec, input)]),
      ),
    ]),
  ) as unknown as Client
}

/**
 * Answering end over any transport: parses, calls, and turns every throw into a failure. `recognise` may know another
 * error for a failure (an `AppError`); `report` logs the others and answers the reference under which they stand in the log.
 */
export const createDispatcher =
  <Context, Feature extends keyof Contract = HostFeature>(
    services: Services<Context, Feature>,
    report: (error: unknown) => string,
    recognise: (error: unknown) => unknown = (error) => error,
  ) =>
  async (raw: unknown, context: Context): Promise<Response> => {
    try {
      const request = Request.safeParse(raw)
      if (!request.success) throw invalidInput(request.error)
      const { feature, method, input } = request.data
      const spec = findMethod(feature, method)
      if (!spec) throw new AppError({ code: 'not-found', entity: 'method', id: `${feature}.${method}` })
      const parsed = spec.input.safeParse(input)
      if (!parsed.success) throw invalidInput(parsed.error)
      const handlers = services as unknown as Record<string, Record<string, (i: unknown, c: Context) => unknown>>
      const handler = handlers[feature]?.[method]
      if (!handler) throw new AppError({ code: 'not-found', entity: 'method', id: `${feature}.${method}` })
      return { ok: true, output: await handler(parsed.data, context) }
    } catch (caught) {
      const error = recognise(caught)
      return {
        ok: false,
        failure: error instanceof AppError ? error.failure : { code: 'internal', reference: report(error) },
      }
    }
  }

const invalidInput = (error: z.ZodError) =>
  new AppError({
    code: 'invalid-input',
    issues: error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  })
