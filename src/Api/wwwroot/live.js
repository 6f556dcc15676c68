// Live boards over /ws/{topic}: a snapshot, then only what changed. No dependencies, no build step.
'use strict';

const krw = new Intl.NumberFormat('en', { maximumFractionDigits: 8, maximumSignificantDigits: 10 });
const usd = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 4 });
const percent = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const none = '–';

// How each board looks comes from /boards.json, which the features that own the boards declare.
const formats = { KRW: krw, USD: usd };
const shape = page => ({
  topic: page.topic, title: page.title, unit: page.unit, price: formats[page.unit] ?? usd, list: page.list, order: page.order,
  key: i => i[page.key], symbol: i => i[page.key].replace(page.prefix ?? '', ''),
  name: i => page.names.map(field => i[field]).filter(Boolean).join(' · '),
  last: i => i[page.price], at: i => i[page.at],
  extra: {
    title: page.extra.title, of: i => i[page.extra.field], format: page.extra.format === 'price' ? formats[page.unit] ?? usd : compact,
  },
});

const columns = board => [
  { id: 'symbol', title: 'Symbol', of: board.symbol, text: true },
  { id: 'price', title: `Price, ${board.unit}`, of: board.last },
  { id: 'change', title: 'Change', of: i => i.change_rate },
  { id: 'extra', title: board.extra.title, of: board.extra.of },
];

// Writes only what differs, into the text node that is there: a text of the same width then moves nothing.
function write(element, text) {
  const node = element.firstChild;
  if (node === null) { if (text) element.append(text); } else if (node.data !== text) node.data = text;
}

// Nothing on this page reads a measure (offsetWidth, getBoundingClientRect ...): one that is read after a change makes the browser lay the page out at once.
class Board {
  constructor(definition) {
    Object.assign(this, definition);
    this.items = new Map();
    this.rows = new Map();
    this.dirty = new Set();
    // Rows that are scrolled out of view keep what they showed; they are drawn when they come into view.
    this.inView = new Set();
    this.watch = new IntersectionObserver(seen => {
      for (const { target, isIntersecting } of seen) {
        if (isIntersecting) this.inView.add(target.dataset.key);
        else this.inView.delete(target.dataset.key);
      }
      this.draw();
    });
    this.descending = true;
    this.retry = 500;
    this.build();
    if (this.list) this.readNames();
    this.connect();
    setInterval(() => { this.mustOrder = true; this.draw(); }, 5000);
  }

  build() {
    const section = document.getElementById('board').content.cloneNode(true).firstElementChild;
    const find = selector => section.querySelector(selector);
    section.setAttribute('aria-labelledby', `title-${this.topic}`);
    find('h2').textContent = this.title;
    find('h2').id = `title-${this.topic}`;
    find('.scroll').setAttribute('aria-labelledby', `title-${this.topic}`);
    find('caption').textContent = `${this.title}: last price, change and ${this.extra.title.toLowerCase()}`;
    this.heads = columns(this).map(column => {
      const head = document.createElement('th');
      head.scope = 'col';
      head.setAttribute('role', 'columnheader');
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = column.title;
      button.addEventListener('click', () => this.sortBy(column.id));
      head.append(button);
      find('thead tr').append(head);
      return { ...column, head };
    });
    this.section = section;
    this.body = find('tbody');
    this.stateText = find('.state');
    this.countText = find('.count');
    this.lastText = find('.last');
    document.getElementById('boards').append(section);
    this.say('offline', 'Connecting');
    this.markOrder();
  }

  async readNames() {
    try {
      const answer = await fetch(this.list.path);
      const list = await answer.json();
      this.known = new Map(list[this.list.rows].map(i => [this.key(i), i[this.list.name]]));
      for (const key of this.items.keys()) this.dirty.add(key);
      this.draw();
    } catch { /* names are a nicety: prices go on without them */ }
  }

  connect() {
    const address = new URL(`/ws/${this.topic}`, location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    address.searchParams.set('interval', '250');
    if (this.epoch !== undefined) {
      address.searchParams.set('epoch', this.epoch);
      address.searchParams.set('since', this.seq);
    }
    const socket = new WebSocket(address);
    socket.addEventListener('message', event => this.receive(JSON.parse(event.data)));
    socket.addEventListener('close', () => {
      this.say('offline', 'Reconnecting');
      const wait = (this.goingAway ?? this.retry) + Math.random() * 500;
      this.goingAway = undefined;
      this.retry = Math.min(this.retry * 2, 15000);
      setTimeout(() => this.connect(), wait);
    });
  }

  receive(message) {
    this.retry = 500;
    switch (message.type) {
      case 'snapshot':
        this.clear();
        this.lastEvent = Date.parse(message.last_event_at) || this.lastEvent;
        this.take(message);
        this.say('live', 'Live');
        break;
      case 'stale':
        this.say('stale', message.since ? `Stale since ${clock.format(new Date(message.since))}` : 'Stale');
        break;
      case 'recovered':
        this.say('live', 'Live');
        break;
      case 'heartbeat':
        if (message.last_event_at) this.lastEvent = Date.parse(message.last_event_at);
        if (!this.section.classList.contains('stale')) this.say('live', 'Live');
        break;
      case 'going_away':
        this.goingAway = message.retry_after_ms;
        break;
      case 'error':
        console.warn(this.topic, message.code, message.message);
        break;
      default:
        if (Array.isArray(message.data)) {
          this.take(message);
          if (!this.section.classList.contains('stale')) this.say('live', 'Live');
        }
    }
    this.draw();
  }

  clear() {
    this.items.clear();
    this.rows.clear();
    this.dirty.clear();
    this.inView.clear();
    this.watch.disconnect();
    this.body.replaceChildren();
    this.mustOrder = true;
  }

  take(message) {
    if (message.epoch !== undefined) this.epoch = message.epoch;
    if (message.seq !== undefined) this.seq = message.seq;
    for (const change of message.data) {
      const key = this.key(change);
      const held = this.items.get(key);
      // A batch may hold part of an item: what is missing, or null, keeps its last value.
      const item = held ? { ...held } : {};
      for (const [field, value] of Object.entries(change)) if (value !== null) item[field] = value;
      const before = held && this.last(held);
      const now = this.last(item);
      if (before != null && now != null && now !== before) item.moved = now > before ? 'rose' : 'fell';
      this.items.set(key, item);
      this.dirty.add(key);
      const at = this.at(item);
      if (at && !(at <= this.lastEvent)) this.lastEvent = at;
    }
  }

  say(state, text) {
    if (this.stateText.textContent === text) return;
    this.stateText.className = `state ${state}`;
    this.stateText.textContent = text;
    this.section.classList.toggle('stale', state !== 'live' && this.items.size > 0);
  }

  sortBy(id) {
    this.descending = this.order === id ? !this.descending : id !== 'symbol';
    this.order = id;
    this.markOrder();
    this.mustOrder = true;
    this.draw();
  }

  markOrder() {
    for (const { id, head } of this.heads) {
      if (id === this.order) head.setAttribute('aria-sort', this.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
  }

  draw() {
    if (this.drawing) return;
    this.drawing = true;
    requestAnimationFrame(() => {
      this.drawing = false;
      for (const key of this.dirty) {
        if (!this.rows.has(key)) this.addRow(key);
        else if (!this.inView.has(key)) {
          delete this.items.get(key).moved;
          continue;
        }
        this.drawRow(key);
        this.dirty.delete(key);
      }
      if (this.mustOrder) this.arrange();
      this.mustOrder = false;
      this.section.classList.toggle('filled', this.rows.size > 0);
      write(this.countText, this.items.size ? `${this.items.size}` : '');
      write(this.lastText, this.lastEvent ? clock.format(new Date(this.lastEvent)) : '');
      if (this.lastEvent) this.lastText.dateTime = new Date(this.lastEvent).toISOString();
    });
  }

  drawRow(key) {
    const item = this.items.get(key);
    const row = this.rows.get(key);
    this.drawName(row, key);
    const price = this.last(item);
    write(row.price, price == null ? none : this.price.format(price));
    if (item.moved) {
      // Two animations of each colour, in turn: another name starts the flash again.
      row.turn = !row.turn;
      row.price.className = `${item.moved} ${row.turn ? 'odd' : 'even'}`;
      delete item.moved;
    }
    const rate = item.change_rate;
    write(row.change, rate == null ? none : `${rate > 0 ? '▲' : rate < 0 ? '▼' : ''} ${percent.format(rate)}%`);
    const direction = rate > 0 ? 'up' : rate < 0 ? 'down' : '';
    if (row.change.className !== direction) row.change.className = direction;
    const extra = this.extra.of(item);
    write(row.extra, extra == null ? none : this.extra.format.format(extra));
  }

  drawName(row, key) {
    const item = this.items.get(key);
    const name = this.name(item) || this.known?.get(key) || '';
    if (row.text === name) return;
    row.text = row.head.title = name;
    write(row.name, name);
    row.element.hidden = !this.matches(key, item);
  }

  addRow(key) {
    const row = this.newRow(this.items.get(key));
    row.element.dataset.key = key;
    this.rows.set(key, row);
    this.body.append(row.element);
    this.watch.observe(row.element);
    row.element.hidden = !this.matches(key, this.items.get(key));
    this.mustOrder = true;
  }

  // The roles say what the tags mean: a table whose rows are grids is none to a screen reader.
  newRow(item) {
    const make = (tag, role) => {
      const element = document.createElement(tag);
      element.setAttribute('role', role);
      return element;
    };
    const element = make('tr', 'row');
    const head = make('th', 'rowheader');
    head.scope = 'row';
    head.append(this.symbol(item), document.createElement('small'));
    const cells = [0, 1, 2].map(() => make('td', 'cell'));
    element.append(head, ...cells);
    return { element, head, name: head.lastChild, price: cells[0], change: cells[1], extra: cells[2] };
  }

  arrange() {
    const column = this.heads.find(h => h.id === this.order);
    const sign = this.descending ? -1 : 1;
    const keys = [...this.items.keys()].sort((a, b) => {
      const left = column.of(this.items.get(a));
      const right = column.of(this.items.get(b));
      if (left == null || right == null) return (left == null) - (right == null) || a.localeCompare(b);
      return (column.text ? left.localeCompare(right) : left - right) * sign || a.localeCompare(b);
    });
    // Walks along the rows as they stand and moves only those that stand elsewhere.
    let next = this.body.firstElementChild;
    for (const key of keys) {
      const element = this.rows.get(key)?.element;
      if (element === undefined) continue;
      if (element === next) next = next.nextElementSibling;
      else this.body.insertBefore(element, next);
    }
  }

  matches(key, item) {
    const wanted = filter.value.trim().toLowerCase();
    return !wanted || `${key} ${this.name(item)} ${this.known?.get(key) ?? ''}`.toLowerCase().includes(wanted);
  }

  filter() {
    let shown = 0;
    for (const [key, row] of this.rows) {
      const hit = this.matches(key, this.items.get(key));
      row.element.hidden = !hit;
      shown += hit;
    }
    return shown;
  }
}

const filter = document.getElementById('filter');
let live = [];
async function start() {
  try {
    live = (await (await fetch('/boards.json')).json()).map(page => new Board(shape(page)));
  } catch {
    setTimeout(start, 2000);
  }
}
start();

filter.addEventListener('input', () => {
  const shown = live.reduce((sum, board) => sum + board.filter(), 0);
  document.getElementById('filter-result').textContent = filter.value ? `${shown} rows match` : '';
});
document.getElementById('search').addEventListener('submit', event => event.preventDefault());

async function facts() {
  try {
    const answer = await fetch('/health');
    const source = answer.headers.get('X-Data-Source');
    const badge = document.getElementById('source');
    badge.hidden = false;
    badge.textContent = source === 'simulated' ? 'Simulated data' : 'Live data';
    badge.classList.toggle('simulated', source === 'simulated');
    const status = await (await fetch('/api/v1/market-calendar/status')).json();
    const market = document.getElementById('market');
    market.hidden = false;
    market.textContent = status.is_open ? 'NYSE open' : `NYSE ${status.session === 'closed' ? 'closed' : status.session + '-market'}`;
  } catch { /* the boards say themselves when the server is away */ }
}
facts();
setInterval(facts, 60000);
