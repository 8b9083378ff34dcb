// The types that the contract's generated files ask of a package of their own
// folder, so that the console is checked without installing that folder too.
declare module '@graphql-typed-document-node/core' {
  export interface DocumentTypeDecoration<Result, Variables> {
    __apiType?: (variables: Variables) => Result
  }
  export type ResultOf<T> = T extends DocumentTypeDecoration<infer Result, infer _> ? Result : never
}
