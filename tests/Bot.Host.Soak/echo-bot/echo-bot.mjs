// The echo bot that a beginner with botbuilder writes, without credentials, on Node's own server: it says what it was told.
import { createServer } from 'node:http';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (context, error) => console.error(error);

const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) {
        parts.push(part);
    }

    // What the adapter asks of express or restify.
    request.body = parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts).toString('utf8'));
    response.status = code => {
        response.statusCode = code;
        return response;
    };
    response.header = (name, value) => response.setHeader(name, value);
    response.send = body => response.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
    await adapter.process(request, response, async context => {
        if (context.activity.type === 'message') {
            await context.sendActivity(`Echo: ${context.activity.text}`);
        }
    });
});
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
