/** Something odd about data that were read or made; what was done about it stands in the message. */
export interface GeometryIssue {
  readonly code: string;
  readonly message: string;
}
