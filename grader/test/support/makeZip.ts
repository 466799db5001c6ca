import fs from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { temporaryFolder } from './temporarySubmissions';

/** An entry of a zip that a test makes. */
export interface ZipEntry {
  /** Bytes are taken as they are, for names that are not UTF-8. */
  readonly name: string | Buffer;
  readonly content: string | Buffer;
  /** When it was changed, in this machine's time. */
  readonly changed?: Date;
  /** Unix' mode, such as that of a link. */
  readonly mode?: number;
  /** What the zip says of its size, when that is a lie. */
  readonly claimedSize?: number;
  readonly encrypted?: boolean;
}

/** Said of an entry whose name is UTF-8. */
const UTF8 = 0x800;

/**
 * Writes a zip as APPNOTE.TXT 6.3 has it, sound or not: no library makes the unsound ones that tests need.
 */
export function writeZip(file: string, entries: readonly ZipEntry[]): void {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, changed = new Date(2026, 0, 2, 3, 4), mode = 0o100644, ...lies } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const bytesOfName = Buffer.from(name);
    const flags = (typeof name === 'string' ? UTF8 : 0) | (lies.encrypted === true ? 1 : 0);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE((changed.getHours() << 11) | (changed.getMinutes() << 5), 6);
    common.writeUInt16LE(
      ((changed.getFullYear() - 1980) << 9) | ((changed.getMonth() + 1) << 5) | changed.getDate(),
      8,
    );
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(lies.claimedSize ?? bytes.length, 18);
    common.writeUInt16LE(bytesOfName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, bytesOfName, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const madeOnUnix = Buffer.from([20, 3]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeOnUnix, common, rest, bytesOfName]));
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  fs.writeFileSync(file, Buffer.concat([...parts, listing, end]));
}

/** A zip of these files, as bytes. */
export function zipOf(files: readonly ZipEntry[] | Readonly<Record<string, string | Buffer>>): Buffer {
  const file = path.join(temporaryFolder(), 'made.zip');
  const isListed = (all: typeof files): all is readonly ZipEntry[] => Array.isArray(all);
  writeZip(file, isListed(files) ? files : Object.entries(files).map(([name, content]) => ({ name, content })));
  return fs.readFileSync(file);
}

/** The zip of a folder of submissions. */
export function zipOfClass(folder: string): string {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const zip = path.join(temporaryFolder(), 'submissions.zip');
  writeZip(
    zip,
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return { name: path.relative(folder, file).split(path.sep).join('/'), content: fs.readFileSync(file) };
    }),
  );
  return zip;
}
