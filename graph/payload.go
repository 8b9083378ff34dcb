package graph

import (
	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/directory"
)

// keyOf is the key a public id names. What is no id of the type becomes a key
// that no record has, so that it is refused like any other unknown id.
func keyOf(prefix, id string) uuid.UUID {
	key, _ := parseID(prefix, id)
	return key
}

func keysOf(prefix string, ids []string) []uuid.UUID {
	keys := make([]uuid.UUID, len(ids))
	for i, id := range ids {
		keys[i] = keyOf(prefix, id)
	}
	return keys
}

// field is a nullable field of an input: absent, cleared or set.
func field[T any](o graphql.Omittable[*T]) directory.Set[T] {
	v, given := o.ValueOK()
	return directory.Set[T]{Given: given, Value: v}
}

func userPayload(u *db.User, err error) (*model.UserPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.UserPayload{User: u, Errors: errs}, nil
}

func organizationPayload(o *db.Organization, err error) (*model.OrganizationPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.OrganizationPayload{Organization: o, Errors: errs}, nil
}

func invitationPayload(inv *db.Invitation, err error) (*model.InvitationPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.InvitationPayload{Invitation: inv, Errors: errs}, nil
}

func sessionDeletePayload(key uuid.UUID, err error) (*model.SessionDeletePayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.SessionDeletePayload{Errors: errs}, err)
	}
	return &model.SessionDeletePayload{DeletedID: publicID(sessionPrefix, key), Errors: errs}, nil
}

// listed is a list that answers [] when there is none.
func listed[T any](list []T) []T { return append([]T{}, list...) }

// orNil is the payload, or nothing beside an error.
func orNil[T any](payload *T, err error) (*T, error) {
	if err != nil {
		return nil, err
	}
	return payload, nil
}
