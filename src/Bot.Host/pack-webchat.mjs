// Compresses Web Chat once, at build time: brotli's best takes seconds, and gzip serves those who know no brotli.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [from, to] = process.argv.slice(2);
const bundle = readFileSync(`${from}/webchat.js`);
const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: bundle.length };
copyFileSync(`${from}/webchat.js.LICENSE.txt`, `${to}/webchat.js.LICENSE.txt`);
writeFileSync(`${to}/webchat.js.gz`, gzipSync(bundle, { level: 9 }));
writeFileSync(`${to}/webchat.js.br`, brotliCompressSync(bundle, { params }));
