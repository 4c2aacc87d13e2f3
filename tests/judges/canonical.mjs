// Canonical N-Quads with rdf-canonize, RDFC-1.0, of many files.
// usage: node canonical.mjs FOLDER...     the last one holds node_modules; for each STEM.nq of the others STEM.rdf-canonize is written:
// the canonical form, or "poison" where the package gives up
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';

const folders = process.argv.slice(2);
const judges = folders.pop();
if (!folders.length) {
  console.error('usage: node canonical.mjs FOLDER... JUDGES');
  process.exit(2);
}
const modules = resolve(judges, 'node_modules');
const {canonize} = createRequire(join(modules, 'judge.js'))(join(modules, 'rdf-canonize'));

const kDeepest = 20000;  // calls of Hash N-Degree Quads
for (const folder of folders) {
  for (const name of readdirSync(folder).filter(file => file.endsWith('.nq'))) {
    let canonical;
    try {
      canonical = await canonize(readFileSync(join(folder, name), 'utf8'), {
        algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads', maxDeepIterations: kDeepest});
    } catch (fault) {
      if (!/Maximum deep iterations exceeded/.test(fault.message)) throw fault;
      canonical = 'poison';
    }
    writeFileSync(join(folder, name.replace(/\.nq$/, '.rdf-canonize')), canonical);
  }
}
