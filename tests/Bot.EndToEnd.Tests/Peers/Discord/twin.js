// A Discord of others' making, told in lines of JSON what its readers do: {"id": 1, "do": "say", ...} is answered by {"id": 1, "result": ...}.
import { createInterface } from 'node:readline';
import { DigitalDiscord, generateSnowflake } from 'discord-digital-twin';
import { picture } from './picture.js';

const TEXT = 0;
const DIRECT = 1;
const discord = new DigitalDiscord({
  guild: { name: 'Readers' },
  channels: [{ name: 'news', type: TEXT }, { name: 'lobby', type: TEXT }],
  users: [{ username: 'anna' }, { username: 'ben' }],
  dbUrl: `file:${process.argv[2]}`,
});

const deeds = {
  say: ({ user, channel, content, replyTo }) =>
    discord.simulateUserMessage({ userId: user, channelId: channel, content, messageReference: replyTo && { message_id: replyTo, channel_id: channel } }),
  edit: ({ channel, message, content }) => discord.simulateUserMessageEdit({ channelId: channel, messageId: message, content }),
  delete: ({ channel, message }) => discord.simulateUserMessageDelete({ channelId: channel, messageId: message }),
  interact: ({ type, user, channel, message, data }) => discord.simulateInteraction({ type, userId: user, channelId: channel, messageId: message, data }),
  messages: ({ channel }) => discord.channel(channel).getMessages(),
  threads: ({ channel }) => discord.channel(channel).getThreads(),
  response: async ({ interaction }) => {
    const { acknowledged, type, messageId, data } = await discord.prisma.interactionResponse.findUniqueOrThrow({ where: { interactionId: interaction } });
    return { acknowledged, type, messageId, data: data && JSON.parse(data) };
  },
  commands: async () => (await discord.prisma.applicationCommand.findMany()).map(({ name, type, options }) => ({ name, type, options: JSON.parse(options) })),
  picture: async ({ said }) => picture(said),
};

const say = words => process.stdout.write(`${JSON.stringify(words)}\n`);
await discord.start();
await discord.prisma.channel.create({ data: { id: generateSnowflake(), type: DIRECT, name: 'direct' } });
const [channels, users] = await Promise.all([discord.prisma.channel.findMany(), discord.prisma.user.findMany()]);
const named = (things, name) => Object.fromEntries(things.map(thing => [thing[name], thing.id]));
say({ api: `${discord.restUrl}/v10`, token: discord.botToken, bot: discord.botUserId, guild: discord.guildId, channels: named(channels, 'name'), users: named(users, 'username') });

for await (const line of createInterface({ input: process.stdin })) {
  const { id, do: deed, ...how } = JSON.parse(line);
  deeds[deed](how).then(result => say({ id, result }), error => say({ id, error: String(error) }));
}
process.exit(0);
