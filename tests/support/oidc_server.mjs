// A real authorization server (npm's oidc-provider) on loopback: node oidc_server.mjs SECONDS-OF-AN-ACCESS-TOKEN
import http from 'node:http'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(`${process.env.OIDC_FOLDER}/package.json`)
const { Provider } = await import(pathToFileURL(require.resolve('oidc-provider')))

const server = http.createServer()
await new Promise(done => server.listen(0, '127.0.0.1', done))
const issuer = `http://127.0.0.1:${server.address().port}`
const provider = new Provider(issuer, {
  clients: [{
    client_id: 'scrm-desktop',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    redirect_uris: ['http://127.0.0.1/signed-in'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
  }],
  pkce: { required: () => true },
  issueRefreshToken: () => true,
  rotateRefreshToken: true,
  ttl: { AccessToken: Number(process.argv[2]), AuthorizationCode: 60, RefreshToken: 3600, Grant: 3600, Session: 3600,
    Interaction: 600, IdToken: 3600 },
  features: { devInteractions: { enabled: true }, revocation: { enabled: true } },
})
server.on('request', provider.callback())
console.log(`READY ${issuer}`)
