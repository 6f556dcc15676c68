// Stands in for @asyncapi/parser: its models alone.
export { isAsyncAPIDocument, isOldAsyncAPIDocument, isStringifiedDocument, toAsyncAPIDocument } from '../node_modules/@asyncapi/parser/esm/document.js';
export { SchemaV2 } from '../node_modules/@asyncapi/parser/esm/models/index.js';
export { unstringify } from '../node_modules/@asyncapi/parser/esm/stringify.js';
