import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type VtkXmlStorage, vtkXmlNumbers } from "../../../src/geometry/io/vtk-xml-data.js";
import { joined, packed } from "./mesh-samples.js";

const plain: VtkXmlStorage = { headerType: "UInt32", little: true, compressed: false };
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const inline = (type: string, text: string, storage = plain): number[] => [
  ...vtkXmlNumbers("a.vtp", { type, format: "binary", offset: 0, text }, storage),
];
const raw = (bytes: Uint8Array, offset: number, more: Partial<VtkXmlStorage> = {}): number[] => [
  ...vtkXmlNumbers(
    "a.vtp",
    { type: "Float32", format: "appended", offset, text: "" },
    { ...plain, appended: { bytes, encoding: "raw" }, ...more },
  ),
];
const blocks = (sizes: readonly number[], ...data: readonly Uint8Array[]): string =>
  base64(packed("Uint32", sizes)) + base64(joined(...data));

describe("vtkXmlNumbers", () => {
  it("reads text, rounding Float32 to what it holds", () => {
    const array = { type: "Float32", format: "ascii", offset: 0, text: " 0.1\n-2e3 " };
    expect([...vtkXmlNumbers("a.vtp", array, plain)]).toEqual([Math.fround(0.1), -2000]);
    expect([...vtkXmlNumbers("a.vtp", { ...array, text: "" }, plain)]).toEqual([]);
  });

  it("reads base64 of header and data together, in either order of bytes and size of header", () => {
    for (const little of [true, false]) {
      for (const [headerType, kind] of [
        ["UInt32", "Uint32"],
        ["UInt64", "Int64"],
      ] as const) {
        const bytes = joined(packed(kind, [8], little), packed("Float32", [1.5, -2], little));
        expect(inline("Float32", base64(bytes), { ...plain, headerType, little })).toEqual([
          1.5, -2,
        ]);
      }
    }
  });

  it("reads arrays of an appended section at their offsets", () => {
    const one = joined(packed("Uint32", [4]), packed("Float32", [7]));
    expect(raw(joined(one, one), 8)).toEqual([7]);
  });

  it("unpacks blocks, of which the last may be shorter or whole", () => {
    const data = packed("Int32", [1, 2, 3, 4, 5]);
    const [a, b] = [deflateSync(data.subarray(0, 12)), deflateSync(data.subarray(12))];
    const storage = { ...plain, compressed: true };
    const text = blocks([2, 12, 8, a.length, b.length], a, b);
    expect(inline("Int32", text, storage)).toEqual([1, 2, 3, 4, 5]);
    const whole = blocks([1, 12, 0, a.length], a);
    expect(inline("Int32", whole, storage)).toEqual([1, 2, 3]);
    expect(inline("Int32", blocks([0, 0, 0]), storage)).toEqual([]);
  });

  it("refuses headers that promise more than there is, before taking memory", () => {
    const zlib = { ...plain, compressed: true };
    const block = deflateSync(new Uint8Array(8));
    expect(() => inline("Int32", base64(packed("Uint32", [4e9])))).toThrow(
      "needs 4000000000 bytes",
    );
    expect(() => inline("Int32", blocks([4e9, 8, 0, 8], block), zlib)).toThrow("needs 16000000000");
    expect(() => inline("Int32", blocks([1, 4e9, 0, block.length], block), zlib)).toThrow("bytes");
    expect(() => inline("Int32", blocks([1, 2 ** 29, 0, block.length], block), zlib)).toThrow(
      "needs 536870912 bytes",
    );
    expect(() => inline("Int32", blocks([1, 4, 0, block.length], block), zlib)).toThrow("unpack");
    expect(() => inline("Int32", blocks([1, 8, 0, 99], block), zlib)).toThrow("needs 99 bytes");
    expect(() => inline("Int32", "AA==")).toThrow("needs 4 bytes of an array; got 1");
  });

  it("refuses offsets and headers of other kinds", () => {
    const one = joined(packed("Uint32", [4]), packed("Float32", [7]));
    expect(() => raw(one, -8)).toThrow("needs an offset from 0");
    expect(() => raw(one, Number.NaN)).toThrow("needs an offset from 0");
    expect(() => raw(one, 99)).toThrow("needs 4 bytes");
    expect(() => raw(one, 0, { headerType: "Float64" })).toThrow("needs a header of UInt32");
    expect(() => raw(one, 0, { headerType: "constructor" })).toThrow("needs a header of UInt32");
  });
});
