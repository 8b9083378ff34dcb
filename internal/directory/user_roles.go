package directory

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// UserRolesPreview tells what a change of roles would do, and seals it into a
// token for UserRolesSet. With refusals the plan is there all the same, but
// without a token. Refusals: NOT_FOUND, SELF_FORBIDDEN, ROLE_OUT_OF_SCOPE,
// ROLE_CONFLICT, LAST_ADMIN, REQUIRED, DUPLICATE, LIMIT_REACHED, INVALID. [000]
func (s *Service) UserRolesPreview(ctx context.Context, id uuid.UUID, wish RolesWish) (*RolesPlan, error) {
	plan := &RolesPlan{}
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		*plan = RolesPlan{}
		v := authz.FromContext(ctx)
		u, err := tx.Client.User.Query().Where(user.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "id", "There is no such user.")
		} else if err != nil {
			return fmt.Errorf("read user %s: %w", id, err)
		}
		if err := deny(s.Authorizer.User(v, authz.UserActionChangeRole, Target(u)), "id"); err != nil {
			return err
		}
		f, err := s.readRoleFacts(ctx, tx, v, u, func(before roleState) roleState { return wish.desired(u, before) })
		if err != nil {
			return err
		}
		errs := s.judgeRoles(v, f)
		if slices.ContainsFunc(errs, func(r fault.Refusal) bool { return r.Code == fault.Missing }) {
			return errs // nothing is told of what does not exist for the viewer
		}
		open, err := f.sessionsToRenew(ctx, tx, v)
		if err != nil {
			return err
		}
		plan.SessionsToRenew = len(open)
		s.describe(plan, v, f)
		if err := errs.Err(); err != nil {
			return err
		}
		fingerprint, err := f.fingerprint()
		if err != nil {
			return err
		}
		plan.Token, err = s.sealPlan(sealedPlan{
			Viewer: v.UserID, User: u.ID, Version: u.Version, Fingerprint: fingerprint, State: f.want, ExpiresAt: f.now.Add(planTTL),
		})
		return err
	})
	return plan, err
}

// describe fills in what the state brings and takes.
func (s *Service) describe(plan *RolesPlan, v *authz.Viewer, f *roleFacts) {
	before, want := f.held(f.before), f.held(f.want)
	without := func(list, other []*db.Role) []*db.Role {
		return slices.DeleteFunc(slices.Clone(list), func(r *db.Role) bool { return slices.Contains(other, r) })
	}
	plan.Added, plan.Removed = without(want, before), without(before, want)
	home := [3]uuid.UUID{f.u.OrganizationID, f.u.AccountID, v.RootID}
	gained, lost := s.Authorizer.Change(home, f.holds(f.before, true), f.holds(f.want, true))
	plan.Gained, plan.Lost = gained.List(), lost.List()
}

// held lists the roles of a state that have not ended, by name, each once.
func (f *roleFacts) held(state roleState) []*db.Role {
	var list []*db.Role
	hold := func(r *db.Role) {
		if r != nil && !slices.Contains(list, r) {
			list = append(list, r)
		}
	}
	if state.ResellerRole != nil {
		hold(f.byKey[strings.ToLower(string(*state.ResellerRole))])
	}
	for _, g := range state.Grants {
		if !g.ended(f.now) && f.organizations[g.Organization] != nil {
			hold(f.roles[g.Role])
		}
	}
	slices.SortFunc(list, func(a, b *db.Role) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Key, b.Key))
	})
	return list
}

// text is a state in words, for the audit log.
func (f *roleFacts) text(state roleState) string {
	var list []string
	for _, g := range state.Grants {
		r, o := f.roles[g.Role], f.organizations[g.Organization]
		if r == nil || o == nil || g.ended(f.now) {
			continue
		}
		list = append(list, grantText(r.Name, o, f.u.OrganizationID, g))
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

func grantText(name string, o *db.Organization, home uuid.UUID, g grant) string {
	var about []string
	if o.ID != home {
		about = append(about, "in "+o.Name)
	}
	if g.StartsAt != nil {
		about = append(about, "from "+g.StartsAt.UTC().Format(time.RFC3339))
	}
	if g.ExpiresAt != nil {
		about = append(about, "until "+g.ExpiresAt.UTC().Format(time.RFC3339))
	}
	if len(about) == 0 {
		return name
	}
	return name + " (" + strings.Join(about, " ") + ")"
}
