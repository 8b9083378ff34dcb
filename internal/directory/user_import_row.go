package directory

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// importNames is what the names in a file stand for.
type importNames struct {
	staff       bool
	roles       map[string]uuid.UUID // by folded key and name
	subAccounts map[string]uuid.UUID // by folded name
}

// readImportNames reads what roles and sub-accounts of rows may name. The roles
// of the organization itself come before those of its account, and these
// before the built-in ones.
func readImportNames(ctx context.Context, tx *database.Tx, org *db.Organization, rows []importRow) (*importNames, error) {
	n := &importNames{staff: org.Kind == organization.KindRESELLER, roles: map[string]uuid.UUID{}, subAccounts: map[string]uuid.UUID{}}
	var folded []string
	named := false
	for _, r := range rows {
		named = named || r.Cells["roles"] != ""
		for _, name := range listed(r.Cells["subAccounts"]) {
			folded = append(folded, Fold(name))
		}
	}
	if named {
		roles, err := tx.Client.Role.Query().Where(role.Or(role.System(true), role.OrganizationIDIn(org.ID, org.AccountID))).
			Order(db.Asc(role.FieldCreatedAt), db.Asc(role.FieldID)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read roles to grant: %w", err)
		}
		rank := func(r *db.Role) int { return slices.Index([]bool{r.OrganizationID == org.ID, !r.System, true}, true) }
		slices.SortStableFunc(roles, func(a, b *db.Role) int { return rank(a) - rank(b) })
		for _, name := range []func(*db.Role) string{func(r *db.Role) string { return r.Key }, func(r *db.Role) string { return r.Name }} {
			for _, r := range roles {
				if _, taken := n.roles[Fold(name(r))]; !taken {
					n.roles[Fold(name(r))] = r.ID
				}
			}
		}
	}
	if len(folded) > 0 {
		subs, err := tx.Client.Organization.Query().Where(organization.ParentID(org.ID), organization.KindEQ(organization.KindSUB_ACCOUNT),
			organization.StatusEQ(organization.StatusACTIVE), anyOf("sort_name", folded)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read sub-accounts to grant: %w", err)
		}
		for _, o := range subs {
			if _, twice := n.subAccounts[o.SortName]; twice {
				n.subAccounts[o.SortName] = uuid.Nil // which of them is not said
				continue
			}
			n.subAccounts[o.SortName] = o.ID
		}
	}
	return n, nil
}

// listed are the parts of a cell.
func listed(cell string) []string {
	var parts []string
	for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ';' || r == '|' }) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// find is what a name or a public id stands for; a key that nothing has when
// it stands for nothing, which is then refused like any unknown id.
func find(names map[string]uuid.UUID, prefix, name string) uuid.UUID {
	if id, ok := names[Fold(name)]; ok {
		return id
	}
	if got, id, err := schema.ParseGlobalID(name); err == nil && got == prefix {
		return id
	}
	return uuid.Nil
}

// newUser reads a row, and what is wrong with it alone; at gives the argument
// path of a column. A word that means nothing counts as left out.
func (n *importNames) newUser(at func(string) string, r importRow) NewUser {
	var errs fault.Refusals
	text := func(column string) *string {
		if cell, ok := r.Cells[column]; ok {
			return &cell
		}
		return nil
	}
	if r.Long {
		errs.Add(fault.Invalid, at("email"), "The row has more cells than the header.")
	}
	in := NewUser{
		NewInvitation: NewInvitation{Email: r.email(), FirstName: text("firstName"), LastName: text("lastName")},
		DisplayName:   text("displayName"), Phone: text("phone"), ExternalID: text("externalId"),
		Timezone: text("timezone"), Locale: text("locale"), AvatarURL: text("avatarUrl"),
	}
	if kind := (user.UserType)(enumOf(r.Cells["userType"])); kind != "" {
		if user.UserTypeValidator(kind) != nil {
			errs.Add(fault.Invalid, at("userType"), "There is no such user type.")
		} else {
			in.UserType = &kind
		}
	}
	if staff := enumOf(r.Cells["resellerRole"]); staff != "" {
		held := user.ResellerRole("RESELLER_" + strings.TrimPrefix(staff, "RESELLER_"))
		if user.ResellerRoleValidator(held) != nil {
			errs.Add(fault.Invalid, at("resellerRole"), "There is no such role of staff.")
		} else {
			in.ResellerRole = &held
		}
	}
	for _, name := range listed(r.Cells["roles"]) {
		in.RoleIDs = append(in.RoleIDs, find(n.roles, "role", name))
	}
	for _, key := range listed(r.Cells["modules"]) {
		in.Modules = append(in.Modules, enumOf(key))
	}
	for _, name := range listed(r.Cells["subAccounts"]) {
		in.SubAccountIDs = append(in.SubAccountIDs, find(n.subAccounts, "org", name))
	}
	in.Access = membership.ClientAccess(enumOf(r.Cells["access"]))
	switch {
	case in.Access != "":
		if membership.ClientAccessValidator(in.Access) != nil {
			errs.Add(fault.Invalid, at("access"), "Access is ADMIN or USER.")
			in.Access = ""
		}
	case !n.staff && (r.Cells["userType"] == "" || len(in.Modules)+len(in.SubAccountIDs) > 0):
		in.Access = membership.ClientAccessUSER // [003]
	}
	in.wrong = errs
	return in
}

// enumOf writes what people type the way the API writes enum values.
func enumOf(cell string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "_", "-", "_").Replace(strings.TrimSpace(cell)))
}

// importColumn is the column behind a field of a new user.
func importColumn(field string) string {
	name, rest, _ := strings.Cut(field, ".")
	switch name {
	case "roleIds":
		name = "roles"
	case "subAccountIds":
		name = "subAccounts"
	case "primaryTenant": // of no column: the file is for one organization
		name = "email"
	}
	if rest != "" {
		name += "." + rest
	}
	return name
}
