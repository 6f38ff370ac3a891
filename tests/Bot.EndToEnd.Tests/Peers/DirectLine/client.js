// Microsoft's client of Direct Line, driven by lines of JSON: each line in is something to do, each line out is something that happened.
// Whoever drives it says how much faster than usual its scheduler runs: it waits seconds before it reconnects, and minutes before it refreshes a token.
const { createInterface } = require('node:readline');
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');
const { ConnectionStatus, DirectLine } = require('botframework-directlinejs');
const { async } = require('rxjs/scheduler/async');

const tell = what => process.stdout.write(JSON.stringify(what) + '\n');
const began = async.now();
const hurried = times => ({
  now: () => began + (async.now() - began) * times,
  schedule: (work, delay = 0, state) => async.schedule(work, delay && Math.ceil(delay / times) + 1, state),
});

let line;
const commands = {
  start({ times, ...options }) {
    line = new DirectLine({ ...options, random: () => 0, scheduler: hurried(times) });
    let token = line.token;
    Object.defineProperty(line, 'token', { get: () => token, set: given => { token = given; tell({ token }); } });
    line.connectionStatus$.subscribe(status => tell({ status: ConnectionStatus[status], conversation: line.conversationId }));
    line.activity$.subscribe(activity => tell({ activity }), error => tell({ ended: error.message }));
  },
  post({ number, activity }) {
    line.postActivity(activity).subscribe(id => tell({ number, posted: id }), error => tell({ number, posted: '', refused: error.status ?? error.message }));
  },
};

createInterface({ input: process.stdin })
  .on('line', text => { const { command, ...rest } = JSON.parse(text); commands[command](rest); })
  .on('close', () => process.exit());
