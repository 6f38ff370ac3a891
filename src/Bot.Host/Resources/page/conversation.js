// Gets the conversation of this tab: the one it had, else a new one.
import { article, locale, root } from './place.js';
import { keep, kept } from './kept.js';

export const domain = `${location.origin}${root}/v3/directline`;

/** @returns {Promise<{conversationId: string, token: string, resumed: boolean}>} */
export async function converse() {
  const before = await resume();
  return before ? { ...before, resumed: true } : { ...(await begin()), resumed: false };
}

/** The next one begins anew. */
export const forget = () => keep({ conversationId: undefined, token: undefined });

async function resume() {
  const { conversationId, token } = kept();
  if (!conversationId || !token) {
    return undefined;
  }

  const response = await post('/tokens/refresh', token);
  if (response.status === 401 || response.status === 403 || response.status === 404) {
    forget();
    return undefined;
  }

  return remember(conversationId, await read(response));
}

async function begin() {
  const { token } = await read(await post('/tokens/generate', undefined, { botArticle: article }));
  const started = await read(await post('/conversations', token, { locale }));
  return remember(started.conversationId, started);
}

function remember(conversationId, { token }) {
  keep({ conversationId, token });
  return { conversationId, token };
}

function post(path, token, body) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  return fetch(domain + path, { method: 'POST', headers, body: JSON.stringify(body ?? {}) });
}

async function read(response) {
  if (!response.ok) {
    throw new Error(`Direct Line answered ${response.status}.`);
  }

  return response.json();
}
