import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type Directory = { readonly env: Readonly<Record<string, string>>; readonly serve: (redirectUri: string) => void; readonly close: () => Promise<void> }

const client = { client_id: 'gongyi', client_secret: 'a secret between directory and platform' }

/** A real OpenID provider with its own sign-in pages: it knows everybody, whatever the password. */
export async function openDirectory(): Promise<Directory> {
  let listener: RequestListener = (_, answer) => answer.writeHead(503).end()
  const server = createServer((request, answer) => void listener(request, answer))
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.client_id, OIDC_CLIENT_SECRET: client.client_secret, OIDC_NAME: '统一身份认证' },
    serve: (redirectUri) => {
      const provider = new Provider(issuer, {
        clients: [{ ...client, redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code'] }],
        claims: { openid: ['sub'], profile: ['preferred_username'] },
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
        pkce: { required: () => true },
        cookies: { keys: ['signs the cookies of a throw-away directory'] },
        features: { devInteractions: { enabled: true } },
      })
      listener = provider.callback()
    },
    close: () => new Promise((closed) => { server.closeAllConnections(); server.close(() => closed()) }),
  }
}
