// Starts telegram-test-api, a Bot API server that nobody here wrote, on 127.0.0.1 and a free port:
//   node peer.js PUBLIC_ADDRESS LOCAL_ADDRESS
// Prints its address in one line and runs until it is ended. Webhooks for the public address go to
// the local one. What it does otherwise than api.telegram.org is made up for here, and only here:
//   - it sends no X-Telegram-Bot-Api-Secret-Token, though setWebhook names one: added;
//   - it does not know setMyCommands: answered with true;
//   - its getUpdates answers at once whatever `timeout` says, forgets what it has handed out and
//     knows no `offset`: held until there is an update, and kept until an offset confirms it;
//   - it knows no edited messages and no blocks, and its messages of the bot carry a date in
//     milliseconds: the program needs none of that for a working day.
'use strict';

const net = require('net');
const axios = require('axios');
const { routes } = require('telegram-test-api/lib/routes/index');
const TelegramServer = require('telegram-test-api');

const HOLD_MS = 5000;
const LOOK_AGAIN_MS = 20;

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
    probe.once('error', reject);
  });
}

function addSecretTo(server, publicAddress, localAddress) {
  axios.interceptors.request.use((request) => {
    const webhook = Object.values(server.webhooks).find((one) => one.url === request.url);
    if (!webhook) return request;
    if (webhook.secret_token) {
      request.headers['X-Telegram-Bot-Api-Secret-Token'] = webhook.secret_token;
    }
    request.url = request.url.replace(publicAddress, localAddress);
    return request;
  });
}

function addCommands(app) {
  app.all('/bot:token/setMyCommands', (_request, response) => {
    response.json({ ok: true, result: true });
  });
}

function addOffsets(app, server) {
  const unconfirmed = [];
  app.all('/bot:token/getUpdates', (request, response) => {
    const { token } = request.params;
    const offset = Number(request.body.offset || 0);
    const end = Date.now() + Math.min(HOLD_MS, 1000 * Number(request.body.timeout || 0));
    let gone = false;
    response.once('close', () => { gone = true; });
    const look = () => {
      if (gone) return;
      unconfirmed.push(...server.getUpdates(token));
      while (unconfirmed.length > 0 && unconfirmed[0].update_id < offset) unconfirmed.shift();
      if (unconfirmed.length > 0 || Date.now() >= end) {
        response.json({ ok: true, result: unconfirmed });
      } else {
        setTimeout(look, LOOK_AGAIN_MS);
      }
    };
    look();
  });
}

async function main() {
  const [publicAddress, localAddress] = process.argv.slice(2);
  routes.unshift(addCommands, addOffsets);
  const server = new TelegramServer({ host: '127.0.0.1', port: await freePort(), storeTimeout: 600 });
  addSecretTo(server, publicAddress, localAddress);
  await server.start();
  process.stdout.write(`${server.config.apiURL}\n`);
}

process.on('unhandledRejection', (reason) => {
  process.stderr.write(`peer: ${reason && reason.message}\n`);
});
main();
