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
// policy lets change it. Only where one waits is anything asked of the
// database, once for all rows.
func (r *Resolver) pendingEmail(ctx context.Context, u *db.User) (*string, error) {
	if u.PendingEmail == nil {
		return nil, nil
	}
	v, target := authz.FromContext(ctx), directory.Target(u)
	if verdict := r.Authorizer.User(v, authz.UserActionChangeEmail, target); !verdict.OK() {
		return nil, nil
	}
	if v.UserID == u.ID {
		return u.PendingEmail, nil
	}
	standing, err := r.standingOf(ctx, u, r.Authorizer.UserActions(v, target))
	if err != nil || standing.Outranks {
		return nil, err
	}
	return u.PendingEmail, nil
}
