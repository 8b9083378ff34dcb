package directory

import (
	"context"
	"slices"

	"tenantry/authz"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/fault"
)

// proven refuses a viewer whose proof of identity is old with STEP_UP_REQUIRED.
// The directive @stepUp asks the same of whole mutations; here it depends on
// what is given, so that a session left open makes nobody an administrator and
// inviting a plain user stays a matter of one click.
func (s *Service) proven(ctx context.Context) error {
	v := authz.FromContext(ctx)
	switch {
	case v.Proven(s.Now()):
		return nil
	case v != nil && v.Impersonation != nil:
		return fault.New(fault.Impersonated, "This is for the account's own people: leave with loginAsEnd first.")
	}
	return fault.New(fault.StepUpRequired, "Prove who you are once more, with sessionStepUp.")
}

// raised tells whether the person is to be more than a plain user.
func (p NewInvitation) raised() bool {
	return p.ResellerRole != nil || p.Access == membership.ClientAccessADMIN || len(p.RoleIDs) > 0 ||
		p.UserType != nil && *p.UserType == user.UserTypeTENANT_ADMIN
}

// raised is the same of a row; what stands in it is judged later.
func (r importRow) raised() bool {
	return enumOf(r.Cells["resellerRole"]) != "" || len(listed(r.Cells["roles"])) > 0 ||
		enumOf(r.Cells["access"]) == string(membership.ClientAccessADMIN) ||
		enumOf(r.Cells["userType"]) == string(user.UserTypeTENANT_ADMIN)
}

// anyRaised tells whether one of them is to be more than a plain user.
func anyRaised[T interface{ raised() bool }](people []T) bool {
	return slices.ContainsFunc(people, T.raised)
}
