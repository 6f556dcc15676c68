// Makes src/generated from what a running API says of itself.
//   npm run generate                         from http://127.0.0.1:8888 (./run)
//   npm run generate -- URL                  from another address
//   npm run generate -- --check FOLDER URL   writes to FOLDER instead, for a comparison
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const words = process.argv.slice(2);
const isCheck = words[0] === '--check';
const folder = isCheck ? words[1] : fileURLToPath(new URL('../src/generated', import.meta.url));
const url = words[isCheck ? 2 : 0] ?? 'http://127.0.0.1:8888';

const read = async path => {
  const answer = await fetch(new URL(path, url));
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer.json();
};

/**
 * Leaves out what the client has no use for: names of operations (it names paths, so that a new name changes nothing here), answers other than
 * 2xx, which are all one kind (ApiError), headers and examples.
 */
const trimmed = description => {
  const { headers, responses, parameters = {}, ...components } = description.components;
  const resolved = parameter => ('$ref' in parameter ? parameters[parameter.$ref.split('/').at(-1)] : parameter);
  for (const path of Object.values(description.paths))
    for (const operation of Object.values(path).filter(o => o.responses !== undefined)) {
      delete operation.operationId;
      operation.parameters = (operation.parameters ?? []).map(resolved).filter(p => p.in !== 'header');
      for (const [status, answer] of Object.entries(operation.responses)) {
        if (!status.startsWith('2')) delete operation.responses[status];
        delete answer.headers;
        for (const content of Object.values(answer.content ?? {})) delete content.example;
      }
    }
  return { ...description, components };
};

/** AsyncAPI's schemas are JSON schemas too: as a description without paths they go through the same generator. */
const asDescription = streams => ({
  openapi: '3.1.0',
  info: streams.info,
  paths: {},
  components: {
    schemas: {
      ...Object.fromEntries(Object.entries(streams.components.messages).map(([name, message]) => [name, message.payload])),
      ...streams.components.schemas,
    },
  },
});

const write = async (file, source, document) => {
  const head = `// Made from ${source} by scripts/generate.mjs: change the API and run it again.\n\n`;
  const text = astToString(await openapiTS(document, { alphabetize: true }));
  await writeFile(join(folder, file), head + text);
};

await mkdir(folder, { recursive: true });
await write('api.ts', '/openapi/v1.json', trimmed(await read('/openapi/v1.json')));
await write('streams.ts', '/asyncapi.json', asDescription(await read('/asyncapi.json')));
