package directory

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
)

// NewReseller is the first step of an installation.
type NewReseller struct{ Name, AdminEmail string }

// ResellerCreate makes a reseller with its root organization, the built-in
// roles and a first administrator, who is invited by mail. It answers the link
// of that mail, for an operator whose mail does not work yet. It is for the
// command line: no viewer is asked for.
func (s *Service) ResellerCreate(ctx context.Context, in NewReseller) (link string, err error) {
	var errs fault.Refusals
	name := line(&errs, "name", in.Name, maxName)
	if name == "" && len(errs) == 0 {
		errs.Add(fault.Required, "name", "A name is required.")
	}
	admin := email(&errs, "admin-email", in.AdminEmail)
	if err := errs.Err(); err != nil {
		return "", err
	}
	resellerID, rootID, now := schema.NewID(), schema.NewID(), s.Now()
	ctx = database.WithReseller(ctx, resellerID)
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if err := tx.Client.Reseller.Create().SetID(resellerID).SetName(name).SetRootOrganizationID(rootID).
			SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx); err != nil {
			return fmt.Errorf("create reseller: %w", err)
		}
		root, err := tx.Client.Organization.Create().SetID(rootID).SetAccountID(rootID).SetKind(organization.KindRESELLER).
			SetPath(rootID.String() + "/").SetName(name).SetSortName(Fold(name)).SetSearchText(SearchText(name)).
			SetFeatures(pq.StringArray(feature.Keys())).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
		if err != nil {
			return fmt.Errorf("create root organization: %w", err)
		}
		if err := tx.Client.Role.CreateBulk(SystemRoleRows(tx.Client, resellerID, rootID, now)...).Exec(ctx); err != nil {
			return fmt.Errorf("create built-in roles: %w", err)
		}
		role := user.ResellerRoleRESELLER_ADMIN
		invited := invitee{person: person{address: admin}, resellerRole: &role}
		ids, err := s.writePeople(ctx, tx, admission{org: root, account: root}, []invitee{invited})
		if err != nil {
			return err
		}
		link = s.invitationLink(s.invitationToken(resellerID, *ids[0].invitation, 1))
		return audit.Record(ctx, tx, organizationEvent(root, now, "reseller.created", nil))
	})
	return link, err
}

// SystemRoleRows are the rows that mirror the built-in roles for one reseller.
func SystemRoleRows(client *db.Client, resellerID, rootID uuid.UUID, now time.Time) []*db.RoleCreate {
	roles := authz.SystemRoles()
	rows := make([]*db.RoleCreate, len(roles))
	for i, r := range roles {
		rows[i] = client.Role.Create().SetResellerID(resellerID).SetAccountID(rootID).SetOrganizationID(rootID).
			SetKey(r.Key).SetName(r.UIName).SetDescription(r.Description).SetFamily(role.Family(r.Family)).
			SetSystem(true).SetCreatedAt(now).SetUpdatedAt(now)
	}
	return rows
}
