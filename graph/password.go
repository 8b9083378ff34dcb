package graph

import (
	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/graph/model"
)

// passwordPayload answers ok unless something was refused.
func passwordPayload(err error) (*model.PasswordPayload, error) {
	errs, err := refusals(err)
	return orNil(&model.PasswordPayload{Ok: len(errs) == 0, Errors: errs}, err)
}

// temporaryPayload shows a temporary password, this once.
func temporaryPayload(u *db.User, password string, err error) (*model.UserSecretPayload, error) {
	errs, err := refusals(err)
	out := &model.UserSecretPayload{User: u, Errors: errs}
	if password != "" {
		out.TemporaryPassword = &password
	}
	return orNil(out, err)
}

// organizationKey is the key of an organization that may be named.
func organizationKey(id *string) *uuid.UUID {
	if id == nil {
		return nil
	}
	key := keyOf(organizationPrefix, *id)
	return &key
}
