// Builds the browser assets from the pinned packages into tirek/foundation/ui, the same bytes every time.
//   node build.mjs           write them
//   node build.mjs --check   build beside and compare; status 1 names every file that differs
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as sass from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const home = join(here, '..', 'tirek', 'foundation', 'ui');

const WEIGHTS = [400, 500, 600, 700];
const SUBSETS = ['cyrillic', 'cyrillic-ext', 'latin', 'latin-ext'];
const TYPST = { 400: '400Regular', 500: '500Medium', 600: '600SemiBold', 700: '700Bold' };
const NAMES = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold', 700: 'Bold' };

const text = (path) => readFileSync(path, 'utf8');
const put = (path, content) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

/** Refuses what would make a page ask somebody else for something. Names of XML namespaces are not requests. */
function sealed(name, content) {
  const kept = content.replace(/\n?\/[/*][#@] ?sourceMappingURL=[^\n*]*(\*\/)?/g, '');
  const outside = kept.match(/(url\(["']?|@import\s+["'(]?|src=["'])\s*(https?:)?\/\/[^"')]*/g);
  if (outside) throw new Error(`${name} asks outside: ${outside.join(', ')}`);
  return kept;
}

function styles(out) {
  const { css } = sass.compile(join(here, 'source', 'tabler.scss'), {
    style: 'compressed', loadPaths: [modules], charset: false, quietDeps: true,
  });
  put(join(out, 'static/ui/tabler.css'), sealed('tabler.css', css) + '\n');
}

function scripts(out) {
  put(join(out, 'static/ui/htmx.js'), sealed('htmx.js', text(join(modules, 'htmx.org/dist/htmx.min.js'))) + '\n');
}

function fonts(out) {
  const ranges = JSON.parse(text(join(modules, '@fontsource/golos-text/unicode.json')));
  const faces = [];
  for (const weight of WEIGHTS) {
    for (const subset of SUBSETS) {
      const file = `golos-text-${subset}-${weight}.woff2`;
      put(join(out, 'static/ui/fonts', file), readFileSync(join(modules, `@fontsource/golos-text/files/golos-text-${subset}-${weight}-normal.woff2`)));
      faces.push(`@font-face{font-family:"Golos Text";font-style:normal;font-weight:${weight};font-display:swap;`
        + `src:url("fonts/${file}") format("woff2");unicode-range:${ranges[subset]}}`);
    }
    put(join(out, 'fonts', `GolosText-${NAMES[weight]}.ttf`),
      readFileSync(join(modules, `@expo-google-fonts/golos-text/${TYPST[weight]}/GolosText_${TYPST[weight]}.ttf`)));
  }
  put(join(out, 'static/ui/fonts.css'), sealed('fonts.css', faces.join('\n') + '\n'));
}

function icons(out) {
  const names = JSON.parse(text(join(here, 'source', 'icons.json')));
  const symbols = names.map((name) => {
    const drawing = text(join(modules, '@tabler/icons/icons/outline', `${name}.svg`));
    const inner = drawing.slice(drawing.indexOf('>') + 1, drawing.lastIndexOf('</svg>'))
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" \/>/, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`;
  });
  put(join(out, 'static/ui/icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);
  put(join(out, 'static/ui/icons.txt'), names.join('\n') + '\n');
}

function licences(out) {
  const taken = {
    'golos-text.txt': '@fontsource/golos-text/LICENSE', 'htmx.txt': 'htmx.org/LICENSE', 'tabler-icons.txt': '@tabler/icons/LICENSE',
  };
  for (const [name, from] of Object.entries(taken)) put(join(out, 'static/ui/licences', name), text(join(modules, from)));
  put(join(out, 'static/ui/licences', 'tabler.txt'), text(join(here, 'source', 'tabler-licence.txt')));
  put(join(out, 'fonts', 'OFL.txt'), text(join(modules, '@fontsource/golos-text/LICENSE')));
}

/** SHA-256 of every built file, in the form that `sha256sum -c` reads. */
function manifest(out) {
  const rows = built(out).filter((path) => path !== 'assets.sha256')
    .map((path) => `${createHash('sha256').update(readFileSync(join(out, path))).digest('hex')}  ${path}`);
  put(join(out, 'assets.sha256'), rows.join('\n') + '\n');
}

function built(out) {
  const found = [];
  const walk = (folder) => readdirSync(folder).sort().forEach((name) => {
    const path = join(folder, name);
    statSync(path).isDirectory() ? walk(path) : found.push(relative(out, path));
  });
  walk(out);
  return found.sort();
}

const beside = mkdtempSync(join(tmpdir(), 'tirek-assets-'));
try {
  for (const part of [styles, scripts, fonts, icons, licences, manifest]) part(beside);
  const paths = built(beside);
  if (process.argv.includes('--check')) {
    const wrong = paths.filter((path) => !existsSync(join(home, path)) || !readFileSync(join(home, path)).equals(readFileSync(join(beside, path))));
    wrong.forEach((path) => console.error(`differs: tirek/foundation/ui/${path}`));
    console.log(wrong.length ? 'Run `make assets` and commit the result.' : `${paths.length} files are as committed.`);
    process.exitCode = wrong.length ? 1 : 0;
  } else {
    for (const folder of ['static/ui/fonts', 'static/ui/licences', 'fonts']) rmSync(join(home, folder), { recursive: true, force: true });
    cpSync(beside, home, { recursive: true });
    console.log(`${paths.length} files written to tirek/foundation/ui.`);
  }
} finally {
  rmSync(beside, { recursive: true, force: true });
}
