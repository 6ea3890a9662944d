// Shortens the names by which a program and its script call each other: wasm-bindgen's end in a hash, which no compression shortens.

const IMPORTS = 2;
const EXPORTS = 7;

/**
 * Renames what the program takes from and gives to its script.
 * @param {Buffer} program the bytes of a WebAssembly module as wasm-bindgen leaves it
 * @param {string} script the JavaScript that wasm-bindgen made for it, not minified
 * @returns {{ program: Buffer, script: string }} both with short names
 * @throws {Error} when the two do not belong together, or are of a kind that this cannot rename
 */
export function shorten(program, script) {
  const imports = new Map();
  const exports = new Map();
  const parts = [program.subarray(0, 8)];
  for (const { id, body } of sections(program)) {
    let content = body;
    if (id === IMPORTS) content = renamed(body, imports, readImport);
    if (id === EXPORTS) content = renamed(body, exports, readExport);
    parts.push(Buffer.from([id]), number(content.length), content);
  }
  const given = new Set();
  const named = (names) => (whole, before, name) => {
    given.add(name);
    return names.has(name) ? before + names.get(name) : whole;
  };
  const renamedScript = script.replace(/^(\s+)(\w+)(?=: )/gm, named(imports)).replace(/(\bwasm\.)(\w+)/g, named(exports));
  for (const name of imports.keys()) if (!given.has(name)) throw new Error(`the script does not give ${name}`);
  return { program: Buffer.concat(parts), script: renamedScript };
}

function* sections(program) {
  const reader = { bytes: program, at: 8 };
  while (reader.at < program.length) {
    const id = reader.bytes[reader.at++];
    const length = readNumber(reader);
    yield { id, body: program.subarray(reader.at, (reader.at += length)) };
  }
}

/** A section with its names replaced; `names` gets what was renamed. */
function renamed(body, names, readEntry) {
  const reader = { bytes: body, at: 0 };
  const count = readNumber(reader);
  const parts = [number(count)];
  for (let left = count; left > 0; left--) {
    const [before, name, after] = readEntry(reader);
    // What the loader itself asks for by name keeps its own.
    const short = name.length > 8 ? `_${names.size.toString(36)}` : name;
    names.set(name, short);
    parts.push(before, number(short.length), Buffer.from(short), after);
  }
  return Buffer.concat(parts);
}

const FUNCTION = 0;

function readImport(reader) {
  const start = reader.at;
  readName(reader); // of the module
  const before = reader.bytes.subarray(start, reader.at);
  const name = readName(reader);
  const described = reader.at;
  if (reader.bytes[reader.at++] !== FUNCTION) throw new Error(`the import ${name} is no function`);
  readNumber(reader);
  return [before, name, reader.bytes.subarray(described, reader.at)];
}

function readExport(reader) {
  const name = readName(reader);
  const described = reader.at++;
  readNumber(reader);
  return [Buffer.alloc(0), name, reader.bytes.subarray(described, reader.at)];
}

function readName(reader) {
  const length = readNumber(reader);
  return reader.bytes.toString("utf8", reader.at, (reader.at += length));
}

/** An unsigned LEB128 number, as the format has them. */
function readNumber(reader) {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = reader.bytes[reader.at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}
