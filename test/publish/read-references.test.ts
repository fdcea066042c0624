import { describe, expect, it } from "vitest";
import { RULES } from "../../src/claims/check-claims.js";
import { fullCitation, shortCitation } from "../../src/publish/citation-words.js";
import { parseReferences, readReferences } from "../../src/publish/read-references.js";
import { bibliography } from "../source-files.js";

const BIB = "reports/references.bib";
const references = readReferences(BIB);

describe("readReferences", () => {
  it("reads every entry of the project's bibliography, without a command or brace left", () => {
    expect([...references.keys()]).toEqual(bibliography());
    for (const [key, reference] of references) {
      const text = fullCitation(reference);
      expect(text, key).toMatch(/\.\)?\.?$/);
      expect(text, key).not.toMatch(/[{}\\$]|--|undefined/);
      expect(shortCitation(reference), key).toMatch(/^\S.*\S$/);
    }
  });

  it("knows the method of every rule", () => {
    const keys = RULES.flatMap(({ source }) => source ?? []);
    expect(keys.filter((key) => !references.has(key))).toEqual([]);
  });

  it("gives no reference for a file that is missing", () => {
    expect(readReferences("no/such.bib").size).toBe(0);
  });
});

describe("parseReferences", () => {
  const read = (fields: string) => parseReferences(`@article{key,\n${fields}\n}\n`).get("key")!;

  it("reads braces within braces, quotes, numbers, and commas within all of them", () => {
    const reference = read(
      'author = {A, B},\n title = {On {RNA}, and {\\(\\chi^2\\)}},\n journal = "J, of {Q}",\n year = 2017,\n pages = {1--9}',
    );
    expect(reference).toMatchObject({
      title: "On RNA, and χ²",
      container: "J, of Q",
      year: "2017",
      pages: "1–9",
    });
  });

  it.each([
    ['{\\"U}berhuber, Christoph W.', "Überhuber CW"],
    ["Nuijten, Mich{\\`e}le B.", "Nuijten MB"],
    ["{\\v S}id{\\'a}k, Zbyn{\\v e}k", "Šidák Z"],
    ["Hilden, J{\\o}rgen", "Hilden J"],
    ["Sanchez, Jean-Charles", "Sanchez JC"],
    ["van Assen, Marcel A. L. M.", "van Assen MALM"],
    ["{Open Science Collaboration}", "Open Science Collaboration"],
    ["Nick Brown", "Brown N"],
  ])("reads the author %s", (author, words) => {
    const [only] = read(`author = {${author}}`).authors;
    expect([only!.family, only!.initials].filter(Boolean).join(" ")).toBe(words);
  });

  it("tells two authors from an institution with an and in its name", () => {
    const families = (text: string) => read(`author = {${text}}`).authors.map((a) => a.family);
    expect(families("Brown, N and Heathers, J")).toEqual(["Brown", "Heathers"]);
    expect(families("{Health and Safety}")).toEqual(["Health and Safety"]);
  });
});

describe("shortCitation", () => {
  it.each([
    ["brown2017", "Brown & Heathers 2017"],
    ["nuijten2016", "Nuijten et al. 2016"],
    ["li2017", "Li et al. 2017"],
  ])("cites %s", (key, words) => {
    expect(shortCitation(references.get(key)!)).toBe(words);
  });
});

describe("fullCitation", () => {
  it("prints journal, year, volume, number and pages, and what nobody has checked", () => {
    expect(fullCitation(references.get("li2017")!)).toBe(
      "Li H, et al. Int J Cardiol 2017;231:258–263. (unverified).",
    );
    expect(fullCitation(references.get("brown2017")!)).toMatch(
      /^Brown NJL, Heathers JAJ\. The GRIM test.*\. Social Psychological and Personality Science 2017;8\(4\):363–369\./,
    );
  });
});
