// JSON-LD into N-Quads with jsonld.js, each statement in its graph, sorted and with every statement once.
// usage: node jsonld.mjs FILE.jsonld [FOLDER]   FOLDER, or NODE_PATH, holds node_modules with the package jsonld
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';

const [file, folder] = process.argv.slice(2);
const modules = folder ? join(folder, 'node_modules') : process.env.NODE_PATH;
if (!file || !modules) {
  console.error('usage: node jsonld.mjs FILE.jsonld [FOLDER]   (or NODE_PATH=FOLDER/node_modules)');
  process.exit(2);
}
const jsonld = createRequire(resolve(modules, 'judge.js'))(resolve(modules, 'jsonld'));

const refuse = url => {
  throw new Error(`the document asks for ${url}: it is not complete in itself`);
};
try {
  const quads = await jsonld.toRDF(JSON.parse(readFileSync(file, 'utf8')), {format: 'application/n-quads', documentLoader: refuse, safe: true});
  process.stdout.write(quads.split('\n').filter(line => line).sort().map(line => line + '\n').join(''));
} catch (fault) {
  console.error(`${file}: ${fault.message}`);
  process.exit(1);
}
