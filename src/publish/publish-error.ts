/** The site cannot be made as things stand; the message says what to do about it. */
export class PublishError extends Error {
  override readonly name = "PublishError";
}
