/** Kinds of personal data that have no place in a research table, by the words of a column's name. */
const PERSONAL: readonly { readonly what: string; readonly words: readonly string[] }[] = [
  {
    what: "a name",
    words: [
      "name",
      "surname",
      "firstname",
      "lastname",
      "forename",
      "givenname",
      "familyname",
      "fullname",
      "patientname",
      "initials",
    ],
  },
  {
    what: "a date of birth",
    words: ["dob", "birth", "birthdate", "birthday", "dateofbirth", "birthyear", "born"],
  },
  {
    what: "a record number",
    words: [
      "mrn",
      "medicalrecordnumber",
      "recordnumber",
      "hospitalnumber",
      "nhs",
      "nhsnumber",
      "ssn",
      "socialsecuritynumber",
      "insurancenumber",
      "passport",
      "accession",
      "accessionnumber",
      "caseid",
      "medicalrecord",
    ],
  },
  {
    what: "an address",
    words: ["address", "street", "postcode", "zipcode", "email", "phone", "telephone"],
  },
];

/**
 * The kind of personal data that a column's name suggests, such as `"a date of birth"`;
 * undefined when it suggests none.
 *
 * Names are compared word by word, so `date_of_birth`, `Birth Date` and `patientName` are
 * found, and `filename` or `nephrology` are not.
 */
export function personalKind(name: string): string | undefined {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  const joined = new Set<string>();
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) joined.add(words.slice(from, to).join(""));
  }
  return PERSONAL.find((kind) => kind.words.some((word) => joined.has(word)))?.what;
}
