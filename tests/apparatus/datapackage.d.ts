/** The Frictionless reader that the data package is validated with comes without types. */
declare module 'datapackage' {
  const datapackage: {
    validate(descriptor: string): Promise<{ valid: boolean; errors: Error[] }>;
    Package: {
      load(descriptor: string): Promise<{
        resources: { tabular: boolean; descriptor: { path: string; bytes: number; hash: string }; read(options: { keyed: boolean }): Promise<unknown[]> }[];
      }>;
    };
  };
  export default datapackage;
}
