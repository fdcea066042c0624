declare module "pandoc-wasm" {
  /** A message of pandoc about a conversion. */
  interface Warning {
    readonly type: string;
    readonly verbosity: "INFO" | "WARNING" | "ERROR";
    readonly pretty: string;
  }
  export function convert(
    options: Readonly<Record<string, unknown>>,
    input: string | null,
    files: Readonly<Record<string, string | Blob>>,
  ): Promise<{
    readonly stdout: string;
    readonly stderr: string;
    readonly warnings: readonly Warning[];
    readonly files: Readonly<Record<string, string | Blob>>;
  }>;
}
