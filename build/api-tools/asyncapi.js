// Parses an AsyncAPI document and prints its diagnostics, one a line: code, path, message.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], 'utf8'));
for (const d of diagnostics) console.log(`${d.code} at ${d.path.join('.')}: ${d.message}`);
if (!document && diagnostics.length === 0) console.log('no document');
