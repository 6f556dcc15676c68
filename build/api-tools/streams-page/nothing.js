// Stands in for what only reads and validates documents.
export class Document {}
export class Parser {}
export const DiagnosticSeverity = {};
export default { schemas: {} };
