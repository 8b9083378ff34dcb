package partner

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/internal/database"
	"tenantry/internal/directory"
	"tenantry/internal/fault"
)

// judgeRoles reads the roles a key is to hold at an organization, and says which
// do not exist for the viewer, do not fit there, or are not his to give. It
// answers their keys and names.
func (s *Service) judgeRoles(ctx context.Context, tx *database.Tx, errs *fault.Refusals, v *authz.Viewer, org *db.Organization, ids []uuid.UUID) (keys, names []string, _ error) {
	// Locked, so that none is deleted or made more powerful until the key holds it.
	found, err := tx.Client.Role.Query().Where(role.IDIn(ids...)).Order(db.Asc(role.FieldID)).ForShare().All(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("read roles of an API key: %w", err)
	}
	chain := []uuid.UUID{org.ID, org.AccountID, v.RootID}
	for i, id := range ids {
		path := "input.roleIds." + strconv.Itoa(i)
		at := slices.IndexFunc(found, func(r *db.Role) bool { return r.ID == id })
		if at < 0 || !found[at].System && (!slices.Contains(chain, found[at].OrganizationID) || found[at].OrganizationID == v.RootID && !v.Staff()) {
			errs.Add(fault.Missing, path, "There is no such role.")
			continue
		}
		r := found[at]
		switch key := directory.RoleKey(r); {
		case slices.Contains(ids[:i], id):
			errs.Add(fault.Duplicate, path, "The role is named twice.")
		case !s.fits(r, org, v):
			errs.Add(fault.RoleOutOfScope, path, "The role %q is not held in this organization.", r.Name)
		case len(s.Authorizer.GrantVerdict(v, chain, []string{key})) > 0:
			errs.Add(fault.RoleOutOfScope, path, "You cannot give what you do not hold: %s.", r.Name)
		default:
			keys, names = append(keys, key), append(names, r.Name)
		}
	}
	if clash := s.Authorizer.Conflicts(keys); len(clash) > 0 {
		var of []string
		for i, key := range keys {
			if slices.Contains(clash, key) {
				of = append(of, names[i])
			}
		}
		errs.Add(fault.RoleConflict, "input.roleIds", "Who is to read alone cannot hold what writes: %s.", strings.Join(of, ", "))
	}
	return keys, names, nil
}

// fits tells whether a role can be held at an organization: those of staff at
// the root alone, those of a customer's people elsewhere, and a custom one of
// the root where it gives nothing that is the reseller's.
func (s *Service) fits(r *db.Role, org *db.Organization, v *authz.Viewer) bool {
	if r.Family == role.FamilyCUSTOM {
		return org.ID == v.RootID || r.OrganizationID != v.RootID ||
			s.Authorizer.Policy().Allowed(directory.RoleKey(r)).SubsetOf(authz.TenantPermissions())
	}
	staff := r.Family == role.FamilyRESELLER || r.Family == role.FamilyPERMISSION
	return staff == (org.Kind == organization.KindRESELLER)
}
