// Canonical N-Quads with rdf-canonize, RDFC-1.0, of all files of a folder.
// usage: node canonical.mjs FOLDER JUDGES     JUDGES: holds node_modules
// For each STEM.nq, STEM.json is written: the canonical forms that the package finds when it is given the statements in different orders,
// none where it gives up. There is more than one where the Recommendation leaves a choice: the hash of linked blank nodes does not say in
// which graph they are linked.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';

const [folder, judges] = process.argv.slice(2);
if (!folder || !judges) {
  console.error('usage: node canonical.mjs FOLDER JUDGES');
  process.exit(2);
}
const modules = resolve(judges, 'node_modules');
const {canonize} = createRequire(join(modules, 'judge.js'))(join(modules, 'rdf-canonize'));
const options = {algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads', maxDeepIterations: 20000};
const kOrders = 12;

let state = 1;
const below = limit => (state = (state * 1103515245 + 12345) % 2 ** 31) % limit;
const shuffle = items => {
  for (let i = items.length - 1; i > 0; --i) {
    const j = below(i + 1);
    [items[i], items[j]] = [items[j], items[i]];
  }
};

for (const name of readdirSync(folder).filter(file => file.endsWith('.nq'))) {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n').filter(line => line);
  const found = new Set();
  try {
    for (let i = 0; i < kOrders; ++i) {
      found.add(await canonize(lines.join('\n') + '\n', options));
      shuffle(lines);
    }
  } catch (fault) {
    if (!/Maximum deep iterations exceeded/.test(fault.message)) throw fault;
    found.clear();
  }
  writeFileSync(join(folder, name.replace(/\.nq$/, '.json')), JSON.stringify([...found]));
}
