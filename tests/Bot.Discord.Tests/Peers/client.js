// discord.js as it is, on the gateway whose API address is given. Says what it sees, a line each.
import { Client, GatewayIntentBits } from 'discord.js';

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
  rest: { api: process.argv[2] },
});
client.on('raw', payload => {
  if (['READY', 'RESUMED'].includes(payload.t)) {
    console.log(payload.t);
  } else if (payload.t === 'MESSAGE_CREATE') {
    console.log(`message ${payload.d.content}`);
  }
});
client.on('error', error => console.log(`error ${error.message}`));
client.login(process.argv[3]).catch(error => console.log(`failed ${error.code ?? error.message}`));
