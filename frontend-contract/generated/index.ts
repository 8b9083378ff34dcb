export * from './fragment-masking'
export * from './graphql'
