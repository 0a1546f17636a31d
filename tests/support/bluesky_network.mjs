// The whole network of @atproto/dev-env, and a stub for direct messages, whose real service is not published.
import { createRequire } from 'node:module'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'

const require = createRequire(`${process.env.BLUESKY_FOLDER}/package.json`)
const load = async (name) => import(pathToFileURL(require.resolve(name)).href)
const [plcPort, pdsPort, appPort, ozonePort, introspectPort, chatPort] = process.argv.slice(2).map(Number)

const { TestNetwork } = await load('@atproto/dev-env')
await TestNetwork.create({
  plc: { port: plcPort },
  pds: { port: pdsPort, hostname: 'localhost', enableDidDocWithSession: true },
  bsky: { dbPostgresSchema: 'bsky', port: appPort, publicUrl: `http://localhost:${appPort}` },
  ozone: { port: ozonePort, dbMaterializedViewRefreshIntervalMs: 30000 },
  introspect: { port: introspectPort },
})

// -- direct messages: the server passes them on with a token that names the caller, as it does for the real service
const inner = createRequire(require.resolve('@atproto/dev-env'))
const plc = await import(pathToFileURL(inner.resolve('@did-plc/lib')).href)
const { Secp256k1Keypair } = await import(pathToFileURL(inner.resolve('@atproto/crypto')).href)
const key = await Secp256k1Keypair.create({ exportable: true })
const lib = plc.default ?? plc
const op = await lib.signOperation({
  type: 'plc_operation', alsoKnownAs: [], rotationKeys: [key.did()], verificationMethods: { atproto: key.did() }, prev: null,
  services: { bsky_chat: { type: 'BskyChatService', endpoint: `http://localhost:${chatPort}` } },
}, key)
const chat = await lib.didForCreateOp(op)
await new lib.Client(`http://localhost:${plcPort}`).sendOperation(chat, op)

const messages = []
let turn = 0
const rev = () => `3krev${String(++turn).padStart(8, '0')}`
const callers = new Set()
const convo = () => ({
  id: 'convo1', rev: messages.length ? messages[messages.length - 1].rev : '3krev00000000', muted: false, unreadCount: 0,
  members: [...callers].map((did) => ({ did, handle: 'somebody.test' })), lastMessage: messages[messages.length - 1],
})
const say = (did, text) => {
  const one = { $type: 'chat.bsky.convo.defs#messageView', id: `m${turn}`, rev: rev(), text, sender: { did }, sentAt: new Date().toISOString() }
  messages.push(one)
  return one
}
createServer(async (request, answer) => {
  const url = new URL(request.url, 'http://localhost')
  const method = url.pathname.split('.').pop()
  const token = (request.headers.authorization ?? '').split('.')[1] ?? ''
  const { iss } = JSON.parse(Buffer.from(token, 'base64url').toString() || '{}')
  callers.add(iss)
  let body = ''
  for await (const part of request) body += part
  const after = url.searchParams.get('cursor') ?? ''
  const answers = {
    listConvos: () => ({ convos: messages.length ? [convo()] : [] }),
    getConvo: () => ({ convo: convo() }),
    getConvoForMembers: () => ({ convo: convo() }),
    getMessages: () => ({ messages: messages.toReversed() }),
    getLog: () => ({
      logs: messages.filter((one) => one.rev > after)
        .map((message) => ({ $type: 'chat.bsky.convo.defs#logCreateMessage', rev: message.rev, convoId: 'convo1', message })),
      cursor: messages.length ? messages[messages.length - 1].rev : after,
    }),
    sendMessage: () => say(iss, JSON.parse(body).message.text),
  }
  answer.setHeader('content-type', 'application/json')
  answer.end(JSON.stringify(answers[method]?.() ?? { error: 'MethodNotImplemented' }))
}).listen(chatPort)

console.log(`READY ${chat}`)
