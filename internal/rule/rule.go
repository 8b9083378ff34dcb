// Package rule answers what every change has in common: a decision turned into
// a refusal, a version that is no longer the one seen, a key that makes a
// change happen once, and texts in their proper form.
package rule

import (
	"context"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/internal/fault"
)

// Deny turns the policy's answer about a target into the error of a mutation.
func Deny(v authz.Verdict, path string) error {
	switch v.Code {
	case authz.Allowed:
		return nil
	case authz.Forbidden:
		if len(v.Permissions) == 0 { // nobody may, so there is nothing to ask an administrator for
			return fault.Refuse(fault.NotAllowed, path, "%s", v.Message)
		}
		names := make([]string, len(v.Permissions))
		for i, p := range v.Permissions {
			names[i] = p.Name()
		}
		return &fault.Error{Kind: fault.Forbidden, Message: v.Message, Permission: names}
	case authz.SelfForbidden:
		return fault.Refuse(fault.SelfForbidden, path, "%s", v.Message)
	case authz.LastAdmin:
		return fault.Refuse(fault.LastAdmin, path, "%s", v.Message)
	case authz.OutOfScope:
		return fault.Refuse(fault.RoleOutOfScope, path, "%s", v.Message)
	case authz.WrongState:
		return fault.Refuse(fault.WrongState, path, "%s", v.Message)
	default:
		return fault.Refuse(fault.Missing, path, "%s", v.Message)
	}
}

// Forbid is the error of a change that takes a permission which is not held.
func Forbid(need ...authz.Permission) error {
	return Deny(authz.Verdict{Code: authz.Forbidden, Permissions: need, Message: "You do not have the permission for this."}, "")
}

// Stale refuses a change to a record that is no longer what the caller saw.
func Stale(expected *int, version int, path string) error {
	if expected == nil || *expected == version {
		return nil
	}
	return fault.Refuse(fault.Stale, path, "It was changed meanwhile: it has version %d, not %d.", version, *expected)
}

// ActorID is the signed-in user, nil when nobody is.
func ActorID(ctx context.Context) *uuid.UUID {
	if v := authz.FromContext(ctx); v != nil {
		return &v.UserID
	}
	return nil
}
