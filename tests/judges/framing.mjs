// The cases of tests/framing framed by jsonld.js: each must give what is expected, or the error. Cases with "differs" in options.json are
// those where jsonld.js does not do what the Recommendation says; they are told and passed over, and must differ indeed.
// usage: node tests/judges/framing.mjs FOLDER     FOLDER: node_modules with the package jsonld, or what holds it; from the project's root
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import {isDeepStrictEqual} from 'node:util';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node tests/judges/framing.mjs FOLDER');
  process.exit(2);
}
const inner = join(folder, 'node_modules');
const modules = existsSync(join(inner, 'jsonld')) ? inner : folder;
const jsonld = createRequire(resolve(modules, 'judge.js'))(resolve(modules, 'jsonld'));

const refuse = url => {
  throw new Error(`asks for ${url}`);
};
const read = name => JSON.parse(readFileSync(join('tests/framing', name), 'utf8'));

const judged = async (name, {options = {}, error}) => {
  let framed;
  try {
    const given = {processingMode: 'json-ld-1.1', documentLoader: refuse, ...options};
    framed = await jsonld.frame(read(`${name}-in.jsonld`), read(`${name}-frame.jsonld`), given);
  } catch (fault) {
    const code = fault.details?.code ?? error;  // some faults have no code there
    return error !== undefined && code === error ? '' : `fails: ${fault.message}`;
  }
  if (error !== undefined) return `no error, but ${JSON.stringify(framed)}`;
  return isDeepStrictEqual(framed, read(`${name}-out.jsonld`)) ? '' : `gives ${JSON.stringify(framed)}`;
};

let same = 0;
let passed_over = 0;
let wrong = 0;
for (const [name, about] of Object.entries(read('options.json'))) {
  const difference = await judged(name, about);
  if (about.differs !== undefined && difference) {
    console.log(`framing: ${name} is passed over: ${about.differs}`);
    ++passed_over;
  } else if (about.differs !== undefined) {
    console.error(`framing: ${name}: jsonld.js does as expected by now; "differs" is to go`);
    ++wrong;
  } else if (difference) {
    console.error(`framing: ${name}: ${difference}`);
    ++wrong;
  } else {
    ++same;
  }
}
console.log(`jsonld.js: ${same} framed documents, ${wrong} differ, ${passed_over} passed over`);
process.exit(wrong === 0 ? 0 : 1);
