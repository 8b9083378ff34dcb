import { graphql } from 'relay-runtime'

// What a component of the list would ask for: useLazyLoadQuery and
// usePaginationFragment in React.
export const UserListQuery = graphql`
  query UserListQuery($count: Int!, $cursor: Cursor, $where: UserWhereInput, $orderBy: [UserOrder!]!) {
    users(first: $count, after: $cursor, where: $where, orderBy: $orderBy) @connection(key: "UserList_users") {
      edges {
        cursor
        node {
          id
          displayName
          status
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
    }
  }
`

// One page towards the beginning. It stands alone, outside of the connection.
export const UserListBackQuery = graphql`
  query UserListBackQuery($count: Int!, $cursor: Cursor, $where: UserWhereInput, $orderBy: [UserOrder!]!) {
    users(last: $count, before: $cursor, where: $where, orderBy: $orderBy) {
      edges {
        cursor
        node {
          id
          displayName
        }
      }
      pageInfo {
        startCursor
        hasPreviousPage
      }
    }
  }
`
