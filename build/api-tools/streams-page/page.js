// The page at /docs/streams: AsyncAPI's React component with the document of /asyncapi.json.
import '@asyncapi/react-component/styles/default.min.css';
import './page.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import AsyncApi from '@asyncapi/react-component/lib/esm/containers/AsyncApi/Standalone.js';

// Messages and schemas stand where they are sent, so a second list of each would only make the page long.
const config = {
  show: { sidebar: true, messages: false, schemas: false, errors: false },
  expand: { messageExamples: true },
  sidebar: { useChannelAddressAsIdentifier: true },
  // Who sends; AsyncAPI's own words are the server's.
  sendLabel: 'SERVER',
  receiveLabel: 'CLIENT',
};

/** What the parser would hand over: references replaced by what they lead to, and every part with its name. */
function parsed(document) {
  const target = (pointer) => pointer.slice(2).split('/').reduce((node, key) => node[key], document);
  const follow = (node) => {
    for (const [key, value] of Object.entries(node)) {
      let end = value;
      while (typeof end?.$ref === 'string') end = target(end.$ref);
      node[key] = end;
      if (end === value && end !== null && typeof end === 'object') follow(end);
    }
  };
  const name = (parts, as) => Object.entries(parts).forEach(([id, part]) => (part[as] = id));

  follow(document);
  const { channels, operations, components } = document;
  for (const parts of [channels, operations, components.messages, ...Object.values(channels).map((c) => c.messages)])
    name(parts, 'x-parser-unique-object-id');
  name(components.schemas, 'x-parser-schema-id');
  return { ...document, 'x-parser-spec-parsed': true, 'x-parser-api-version': 3 };
}

const main = document.getElementById('streams');
fetch('/asyncapi.json')
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status} ${answer.statusText}`))))
  .then((description) => createRoot(main).render(createElement(AsyncApi, { schema: parsed(description), config })))
  .catch((e) => (main.textContent = `The description of the streams cannot be read: ${e.message}`));
