import { describe, expect, it } from "vitest";
import { formatFrontMatter, parseFrontMatter } from "../../src/notebook/front-matter.js";

const FULL = `---
title: "Light: Ripley 2016"
description: Did light tell leak from no leak?
study: ripley-2016
categories: [aortic valve, accuracy]
synthetic: true
format: html
---
`;

describe("parseFrontMatter", () => {
  it("reads the fields of a notebook", () => {
    expect(parseFrontMatter(FULL)).toEqual({
      title: "Light: Ripley 2016",
      description: "Did light tell leak from no leak?",
      study: "ripley-2016",
      categories: ["aortic valve", "accuracy"],
      synthetic: true,
    });
  });

  it("reads it without its lines of hyphens, and with the line ends of Windows", () => {
    const short = "title: T\ndescription: D";
    const expected = { title: "T", description: "D", categories: [], synthetic: false };
    expect(parseFrontMatter(short)).toMatchObject(expected);
    expect(parseFrontMatter(`---\r\n${short.replace("\n", "\r\n")}\r\n---\r\n`)).toMatchObject(
      expected,
    );
  });

  it.each([
    ["title: T", 'nb: the front matter needs "description" as text; got none'],
    ["title: 7\ndescription: D", 'nb: the front matter needs "title" as text; got 7'],
    ["title: ''\ndescription: D", 'nb: the front matter needs "title" as text; got ""'],
    ["- a list", "nb: the front matter must be YAML with a title and a description"],
    ["title: T\ndescription: D\nstudy: [a]", '"study" as text; got ["a"]'],
    ["title: T\ndescription: D\ncategories: one", '"categories" in the front matter'],
    ["title: T\ndescription: D\nsynthetic: maybe", '"synthetic" in the front matter'],
    ["title: [T\ndescription: D", "nb: the front matter is no YAML"],
  ])("refuses %j", (text, message) => {
    expect(() => parseFrontMatter(text, "nb")).toThrow(message);
  });
});

describe("formatFrontMatter", () => {
  it("gives back what it is read from, whatever the characters", () => {
    const fields = {
      title: 'A "quoted" title: with a colon',
      description: "- # not a list",
      study: "x-1",
    };
    expect(parseFrontMatter(formatFrontMatter(fields))).toMatchObject(fields);
  });

  it("never breaks a long line", () => {
    const description = "word ".repeat(100).trim();
    expect(formatFrontMatter({ title: "T", description })).toContain(description);
  });
});
