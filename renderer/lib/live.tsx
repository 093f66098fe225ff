/** Live queries: the one cache of host data, told by events what is stale. */
import {
  MutationCache,
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQueries,
  useQuery,
} from '@tanstack/react-query'
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { createContext, useContext, useEffect, type ReactNode } from 'react'
import type { AppError } from '../../contract/failure.ts'
import { contract, type Client, type Contract } from '../../contract/index.ts'
import type { Method, Query, Topic } from '../../contract/method.ts'
import type { Connection } from './connection.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AppError
  }
}

type Kind = 'query' | 'command'
/** 'codes.list' and its like: the methods of one kind, by dotted name. */
export type Name<K extends Kind> = {
  [F in keyof Contract]: {
    [M in keyof Contract[F]]: Contract[F][M] extends { kind: K } ? `${F}.${M & string}` : never
  }[keyof Contract[F]]
}[keyof Contract]
type Call<N extends string> = N extends `${infer F extends keyof Client}.${infer M}`
  ? M extends keyof Client[F]
    ? Client[F][M]
    : never
  : never
export type Input<N extends string> = Call<N> extends (input: infer I) => unknown ? I : never
export type Output<N extends string> = Call<N> extends (input: never) => Promise<infer O> ? O : never

const ConnectionContext = createContext<Connection | null>(null)

export const useConnection = (): Connection => {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('no connection above this component')
  return connection
}
export const useClient = (): Client => useConnection().client

const call = <N extends Name<Kind>>(client: Client, name: N, input: Input<N>): Promise<Output<N>> => {
  const [feature, method] = name.split('.') as [string, string]
  const methods = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  return methods[feature]?.[method]?.(input) as Promise<Output<N>>
}

/** What a query answers, kept up to date while the component is mounted; `keepPrevious` shows the old while it asks. */
export const useLive = <N extends Name<'query'>>(
  name: N,
  input: Input<N>,
  options: { readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): UseQueryResult<Output<N>> => {
  const client = useClient()
  return useQuery({
    queryKey: [name, input],
    // An undefined answer (a void query) is not allowed in the cache; no query of ours has one.
    queryFn: () => call(client, name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: (previous: Output<N> | undefined) => previous } : {}),
  } as never) as unknown as UseQueryResult<Output<N>>
}

/** The answers of one query to several inputs, such as the pages in view of a long list; undefined while not there. */
export const useLiveMany = <N extends Name<'query'>>(
  name: N,
  inputs: readonly Input<N>[],
): readonly (Output<N> | undefined)[] => {
  const client = useClient()
  const results = useQueries({
    queries: inputs.map((input) => ({ queryKey: [name, input], queryFn: () => call(client, name, input) })),
  })
  return results.map(({ data }) => data)
}

/**
 * A command with its state: `mutate` tells a failure in a toast by itself; set `quiet` where the component shows the
 * failure in its own place.
 */
export const useCommand = <N extends Name<'command'>>(
  name: N,
  options: { readonly quiet?: boolean } = {},
): UseMutationResult<Output<N>, AppError, Input<N>> => {
  const client = useClient()
  return useMutation({
    mutationFn: (input: Input<N>) => call(client, name, input),
    meta: { quiet: options.quiet ?? false },
  })
}

const readsByName = new Map(
  Object.entries(contract as Record<string, Record<string, Method>>).flatMap(([feature, methods]) =>
    Object.entries(methods)
      .filter((entry): entry is [string, Query] => entry[1].kind === 'query')
      .map(([method, { reads }]): [string, readonly Topic[]] => [`${feature}.${method}`, reads]),
  ),
)

let tellFailure: (error: AppError) => void = () => undefined

const queries = new QueryClient({
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (!mutation.meta?.['quiet']) tellFailure(error)
    },
  }),
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

/** Provides the connection and the cache; every event makes exactly the queries stale that read one of its topics. */
export const LiveProvider = ({
  connection,
  onFailure,
  children,
}: {
  readonly connection: Connection
  /** Called with the failure of every command that nobody else shows. */
  readonly onFailure: (error: AppError) => void
  readonly children: ReactNode
}) => {
  useEffect(() => {
    tellFailure = onFailure
  }, [onFailure])
  useEffect(
    () =>
      connection.onEvent((event) => {
        if (event.kind === 'project') void queries.resetQueries()
        if (event.kind !== 'changed') return
        void queries.invalidateQueries({
          predicate: ({ queryKey: [name] }) =>
            readsByName.get(String(name))?.some((topic) => event.topics.includes(topic)) ?? false,
        })
      }),
    [connection],
  )
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ConnectionContext>
  )
}
