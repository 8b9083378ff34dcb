import { graphql } from 'relay-runtime'

// Refetchable by its global id: Relay writes the query by node(id) itself.
export const UserCard = graphql`
  fragment UserCard_user on User @refetchable(queryName: "UserCardRefetchQuery") {
    id
    version
    displayName
    phone
    viewerActions
  }
`

export const UserCardUpdateMutation = graphql`
  mutation UserCardUpdateMutation($id: ID!, $input: UserUpdateInput!) {
    userUpdate(id: $id, input: $input) {
      user {
        ...UserCard_user
      }
      errors {
        code
        message
        path
      }
    }
  }
`

export const UserCardSubscription = graphql`
  subscription UserCardSubscription {
    userChanged {
      kind
      userId
      user {
        ...UserCard_user
      }
    }
  }
`
