// Messages, as the bot sent them, as elements of others' that look like Discord's own.
import markdown from '@cloudrac3r/discord-markdown';

const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'destructive' };
const EPHEMERAL = 64;

const safe = words => String(words).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
const all = nodes => nodes.map(shown).join('');
const within = (tag, node) => `<${tag}>${all(node.content)}</${tag}>`;

const KINDS = {
  text: node => safe(node.content),
  br: () => '<br>',
  strong: node => within('discord-bold', node),
  em: node => within('discord-italic', node),
  small: node => within('discord-subscript', node),
  link: node => `<discord-link href="${safe(node.target)}">${all(node.content)}</discord-link>`,
  list: node => `<discord-unordered-list>${node.items.map(item => `<discord-list-item>${all(item)}</discord-list-item>`).join('')}</discord-unordered-list>`,
};

const shown = node => (KINDS[node.type] ?? (() => { throw new Error(`No picture of a ${node.type}`); }))(node);
const button = ({ style, label, emoji }) =>
  `<discord-button type="${STYLES[style]}">${safe([emoji?.name, label].filter(Boolean).join(' '))}</discord-button>`;
const rows = components => components.map(row => `<discord-action-row>${row.components.map(button).join('')}</discord-action-row>`).join('');
const attachments = ({ components = [] }) => components.length ? `<discord-attachments slot="components">${rows(components)}</discord-attachments>` : '';

// A disc in a person's own colour: no picture is fetched.
const face = (name, colour) => `avatar="data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><rect width='40' height='40' fill='${colour}'/><text x='20' y='28' font-size='22' font-family='sans-serif' text-anchor='middle' fill='white'>${name[0].toUpperCase()}</text></svg>`)}"`;
const reader = by => `author="${safe(by)}" ${face(by, '#7c5295')}`;

// The line above a message: a command that was used, or a message that is replied to.
const above = ({ used, by, replies }) =>
  used ? `<discord-command slot="reply" ${reader(by)} command="${safe(used)}"></discord-command>`
    : replies ? `<discord-reply slot="reply" ${reader(by)}>${safe(replies)}</discord-reply>` : '';

/** One after the other: {by, says}, or what the bot sent with {message, used | replies, by}. */
export const picture = said => `<discord-messages>${said.map(one => one.message
  ? `<discord-message author="Bot" bot ${face('Bot', '#1f4e79')} timestamp="12:31" ${one.message.flags & EPHEMERAL ? 'ephemeral' : ''}>${above(one)}${all(markdown.parser(one.message.content))}${attachments(one.message)}</discord-message>`
  : `<discord-message ${reader(one.by)} timestamp="12:30">${safe(one.says)}</discord-message>`).join('')}</discord-messages>`;
