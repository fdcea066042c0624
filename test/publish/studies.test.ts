import { describe, expect, it } from "vitest";
import { fullCitation } from "../../src/publish/citation-words.js";
import { readStudies, studyName } from "../../src/publish/studies.js";
import { fileWith } from "../data/in-folder.js";

const study = { id: "a-2016", name: "A", topic: "t" };
const fileOf = (...studies: unknown[]): string => fileWith(JSON.stringify(studies), "studies.json");

describe("readStudies", () => {
  it("reads the project's studies with their citations", () => {
    const studies = readStudies("datasets/published/studies.json");
    const cited = studies.map(({ citation }) => citation && fullCitation(citation));
    expect(cited[0]).toBe(
      "Hell MM, Achenbach S, Yoo IS, Franke J, Blachutzik F, Roether J, et al. EuroIntervention 2017;13:1234–1241. doi:10.4244/EIJ-D-17-00359. (year, volume and pages unverified).",
    );
    expect(cited[1]).toBe("Li H, et al. Int J Cardiol 2017;231:258–263. (unverified).");
    expect(studies[3]!.citation!.authors[7]).toEqual({ family: "Di Segni", initials: "E" });
    expect(studies[3]!.citation!.note).toBeUndefined();
  });

  it("gives none for a file that is missing", () => {
    expect(readStudies("no/such.json")).toEqual([]);
  });

  it.each([
    [{ ...study, citation: { authors: "Hell" } }, 'needs "authors" as a list of texts'],
    [{ ...study, citation: { authors: [], year: 2017 } }, 'needs "year" as text; got 2017'],
    [{ ...study, name: 7 }, 'needs "name" as text; got 7'],
    [null, 'needs "id" as text; got none'],
  ])("refuses %j", (entry, fault) => {
    expect(() => readStudies(fileOf(study, entry))).toThrow(fault);
    expect(() => readStudies(fileOf(study, entry))).toThrow("entry 2");
  });
});

describe("studyName", () => {
  it("takes the year from the id", () => {
    expect(studyName({ id: "hell-2017", name: "Hell" })).toBe("Hell 2017");
    expect(studyName({ id: "workflow", name: "From image to print" })).toBe("From image to print");
  });
});
