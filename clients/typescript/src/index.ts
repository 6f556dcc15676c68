export { ApiClient, ApiError, type Answer, type ApiOptions, type PathsOf, type Request } from './client.js';
export { BoardStream, type Change, type Items, type State, type StreamOptions, type Topic, type WebSocketClass, type WebSocketLike } from './stream.js';
export { Board, type Numbered, type Taken } from './board.js';
export * from './reconnect.js';
export type { paths, components, operations } from './generated/api.js';
export type { components as streams } from './generated/streams.js';
