import { InvalidInput } from "../../numeric/invalid-input.js";

const NEWLINE = 10;
const SPACE = 32;

/** The words of a text file one after the other, with the line on which each stands. */
export class TextTokens {
  /** Line of the last word, from 1. */
  line = 1;
  #at: number;
  readonly #bytes: Uint8Array;
  readonly #where: string;
  readonly #comment: number;

  /**
   * @param where - what a message calls the file
   * @param options.comment - character that begins a comment up to the end of the line
   */
  constructor(
    where: string,
    bytes: Uint8Array,
    { from = 0, comment = "" }: { from?: number; comment?: string } = {},
  ) {
    this.#where = where;
    this.#bytes = bytes;
    this.#at = from;
    this.#comment = comment === "" ? -1 : comment.charCodeAt(0);
  }

  /** Byte after the last word. */
  get position(): number {
    return this.#at;
  }

  /** The next word, or undefined at the end. */
  next(): string | undefined {
    if (!this.#skip(true)) return undefined;
    return this.#word();
  }

  /** The next word of the same line, or undefined where the line ends. */
  nextOnLine(): string | undefined {
    if (!this.#skip(false)) return undefined;
    return this.#word();
  }

  /** What is left of the line, without the blanks about it; the next word is of the next line. */
  restOfLine(): string {
    const from = this.#at;
    while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== NEWLINE) this.#at++;
    return latin1(this.#bytes, from, this.#at).trim();
  }

  /**
   * The next number.
   *
   * @throws InvalidInput when the file ends or the word is no finite number
   */
  number(what: string): number {
    const word = this.next();
    const value = word === undefined ? Number.NaN : Number(word);
    if (word === undefined || !Number.isFinite(value)) this.refuse(what, word);
    return value;
  }

  /**
   * The next number in single precision, as binary files hold it: a mesh is then the same in every format.
   *
   * @throws InvalidInput as `number`
   */
  single(what: string): number {
    return Math.fround(this.number(what));
  }

  /**
   * The next integer of at least 0.
   *
   * @throws InvalidInput when the file ends or the word is none
   */
  count(what: string): number {
    const word = this.next();
    const value = word === undefined ? Number.NaN : Number(word);
    if (word === undefined || !Number.isSafeInteger(value) || value < 0) this.refuse(what, word);
    return value;
  }

  /** @throws InvalidInput always: what was expected, what came, and on which line. */
  refuse(expected: string, got: string | undefined): never {
    const came = got === undefined ? "the end of the file" : `"${got.slice(0, 40)}"`;
    throw new InvalidInput(
      this.#where,
      `line ${this.line}: needs ${expected}; got ${came}`,
      "malformed",
    );
  }

  #skip(overLines: boolean): boolean {
    const bytes = this.#bytes;
    for (;;) {
      const byte = bytes[this.#at];
      if (byte === undefined) return false;
      if (byte === this.#comment) {
        while (this.#at < bytes.length && bytes[this.#at] !== NEWLINE) this.#at++;
      } else if (byte === NEWLINE) {
        if (!overLines) return false;
        this.line++;
        this.#at++;
      } else if (byte <= SPACE) this.#at++;
      else return true;
    }
  }

  #word(): string {
    const from = this.#at;
    while (this.#at < this.#bytes.length && this.#bytes[this.#at]! > SPACE) this.#at++;
    return latin1(this.#bytes, from, this.#at);
  }
}

/** Bytes as characters of the same numbers. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1");
}
