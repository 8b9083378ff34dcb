package graph

import (
	"context"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/directory"
)

func emailChange(in model.UserEmailChangeInput) directory.EmailChange {
	return directory.EmailChange{Email: in.Email, ExpectedVersion: in.ExpectedVersion.Value()}
}

func emailConfirmPayload(address string, err error) (*model.UserEmailConfirmPayload, error) {
	errs, err := refusals(err)
	out := &model.UserEmailConfirmPayload{Errors: errs}
	if address != "" {
		out.Email = &address
	}
	return orNil(out, err)
}

// pendingEmail is the address that waits for its confirmation, for whom the
// policy lets change it. It asks nothing of the database.
func (r *Resolver) pendingEmail(ctx context.Context, u *db.User) *string {
	if u.PendingEmail == nil {
		return nil
	}
	verdict := r.Authorizer.User(authz.FromContext(ctx), authz.UserActionChangeEmail, directory.Target(u))
	if !verdict.OK() {
		return nil
	}
	return u.PendingEmail
}
