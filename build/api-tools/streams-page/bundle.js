// Makes the script and style of /docs/streams and the list of their licences: AsyncAPI's React component without the parser behind it. The parser is
// most of what its authors publish as a whole, and compiles code when it is loaded, for which our pages would have to allow 'unsafe-eval'.
//   node build/api-tools/streams-page/bundle.js [FOLDER]       without a folder: src/Api/wwwroot
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? resolve(here, '../../../src/Api/wwwroot');
const models = join(here, 'parser.js');
const nothing = join(here, 'nothing.js');

const lean = {
  name: 'lean',
  setup({ onResolve }) {
    onResolve({ filter: /^@asyncapi\/parser(\/cjs\/document)?$/ }, () => ({ path: models }));
    onResolve({ filter: /^(@stoplight\/|@asyncapi\/specs$|\.\/parser$)/ }, () => ({ path: nothing }));
  },
};

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { streams: join(here, 'page.js') },
  outdir: folder,
  bundle: true,
  minify: true,
  metafile: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: '/*! Licences: /streams.licences.txt */', css: '/*! Licences: /streams.licences.txt */' },
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [lean],
});

const packages = Object.keys(metafile.inputs).map((i) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(i)?.[1]);
const texts = [...new Set(packages.filter(Boolean))].sort().map((name) => {
  const at = resolve(here, '../node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  const files = readdirSync(at).filter((f) => /^(licen[cs]e|notice)/i.test(f)).sort();
  return [`${name} ${version} (${license})`, ...files.map((f) => readFileSync(join(at, f), 'utf8').trim())].join('\n\n');
});
writeFileSync(join(folder, 'streams.licences.txt'), texts.join(`\n\n${'-'.repeat(80)}\n\n`).replaceAll('\r', '') + '\n');
