// Reads messages (a JSON string a line) with a parser of Discord's markdown by others; writes a line for each: its words, kinds of nodes, and where its links go.
import { createInterface } from 'node:readline';
import markdown from '@cloudrac3r/discord-markdown';

for await (const line of createInterface({ input: process.stdin })) {
  const seen = { text: '', types: new Set(), targets: [] };
  visit(markdown.parser(JSON.parse(line)), seen);
  console.log(JSON.stringify({ ...seen, types: [...seen.types] }));
}

function visit(node, seen) {
  if (Array.isArray(node)) {
    node.forEach(child => visit(child, seen));
  } else if (typeof node === 'string') {
    seen.text += node;
  } else if (node) {
    seen.types.add(node.type);
    if (node.type === 'link') {
      seen.targets.push(node.target);
    }
    visit(node.content ?? node.items ?? node.parsed, seen);
  }
}
