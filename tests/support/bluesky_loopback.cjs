// Every server of this process listens on loopback only: the network's own programs take all interfaces.
const net = require('node:net')
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  const done = args.find((one) => typeof one === 'function')
  if (typeof args[0] === 'number' || /^\d+$/.test(args[0])) {
    return listen.call(this, { port: Number(args[0]), host: '127.0.0.1' }, done)
  }
  if (args[0] && typeof args[0] === 'object' && args[0].port !== undefined) {
    args[0] = { ...args[0], host: '127.0.0.1' }
  }
  return listen.apply(this, args)
}
