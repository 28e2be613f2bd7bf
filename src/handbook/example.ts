/** Path in the content folder → what stands in the file; `null` takes a file of the sample book away. */
export type SampleFiles = Record<string, string | Uint8Array | null>;

/**
 * What an editor writes, wrong or right. Text that opens with `---` is frontmatter (its fields are laid over those of
 * the sample entry) and, after the second `---`, a body; any other text is a body. Files are laid over the sample book.
 */
export type Snippet = string | SampleFiles;

/** One rule shown: run by the tests, printed in the handbook. */
export interface Example {
  /** The reason of the rule or the standard it follows, where the message does not say it. */
  why?: string;
  bad: Snippet;
  good: Snippet;
  /** Printed instead of a snippet that cannot be shown: bytes, or five megabytes. */
  shown?: { bad: string; good: string };
  /** The message, where reading the snippet does not bring it up because it comes from the disk, the typesetter or an import. */
  message?: Record<string, string | number>;
}
