package directory

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"tenantry/ent/db"
	"tenantry/ent/db/apicredential"
	"tenantry/ent/db/billingaccount"
	"tenantry/ent/db/branding"
	"tenantry/ent/db/brandinghost"
	"tenantry/ent/db/brandinglogo"
	"tenantry/ent/db/custommodel"
	"tenantry/ent/db/deadmail"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/role"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/rolepermission"
	"tenantry/ent/db/storageaccount"
	"tenantry/ent/db/webhookendpoint"
	"tenantry/internal/database"
	"tenantry/internal/policy"
)

// clear removes what a purged organization holds beside people: keys and
// addresses of its programs, its look and the hosts it is seen at, which others
// may want, whom to bill, and letters with somebody's address. What it used,
// moved and was billed for stays with the invoices, which say by themselves
// whom they were made out to.
func (s *Service) clear(ctx context.Context, tx *database.Tx, org *db.Organization) error {
	c, id := tx.Client, org.ID
	for _, d := range []struct {
		what string
		exec func(context.Context) (int, error)
	}{
		{"webhooks", c.WebhookEndpoint.Delete().Where(webhookendpoint.OrganizationID(id)).Exec},
		{"keys of programs", c.APICredential.Delete().Where(apicredential.OrganizationID(id)).Exec},
		{"storage accounts", c.StorageAccount.Delete().Where(storageaccount.OrganizationID(id)).Exec},
		{"models", c.CustomModel.Delete().Where(custommodel.OrganizationID(id)).Exec},
		{"hosts", c.BrandingHost.Delete().Where(brandinghost.OwnerResellerID(org.ResellerID), brandinghost.OrganizationID(id)).Exec},
		{"look", c.Branding.Delete().Where(branding.OrganizationID(id)).Exec},
		{"logos", c.BrandingLogo.Delete().Where(brandinglogo.OrganizationID(id)).Exec},
		{"billing account", c.BillingAccount.Delete().Where(billingaccount.OrganizationID(id)).Exec},
		{"undelivered mails", c.DeadMail.Delete().Where(deadmail.OrganizationID(id)).Exec},
		{"invitations", c.Invitation.Delete().Where(invitation.OrganizationID(id)).Exec},
	} {
		if _, err := d.exec(ctx); err != nil {
			return fmt.Errorf("remove %s of organization %s: %w", d.what, id, err)
		}
	}
	return s.dropRoles(ctx, tx, org)
}

// dropRoles removes the roles an organization has made for itself.
func (s *Service) dropRoles(ctx context.Context, tx *database.Tx, org *db.Organization) error {
	c := tx.Client
	ids, err := c.Role.Query().Where(role.OrganizationID(org.ID), role.System(false)).IDs(ctx)
	if err != nil {
		return fmt.Errorf("read roles of organization %s: %w", org.ID, err)
	}
	if len(ids) == 0 {
		return nil
	}
	if _, err := c.RoleAssignment.Delete().Where(anyOf(roleassignment.FieldRoleID, ids)).Exec(ctx); err != nil {
		return fmt.Errorf("take the roles organization %s made: %w", org.ID, err)
	}
	if _, err := c.RolePermission.Delete().Where(anyOf(rolepermission.FieldRoleID, ids)).Exec(ctx); err != nil {
		return fmt.Errorf("drop permissions of the roles organization %s made: %w", org.ID, err)
	}
	if _, err := c.Role.Delete().Where(anyOf(role.FieldID, ids)).Exec(ctx); err != nil {
		return fmt.Errorf("delete the roles organization %s made: %w", org.ID, err)
	}
	for _, id := range ids {
		if err := policy.Changed(ctx, tx, id); err != nil {
			return err
		}
	}
	return nil
}

// billed holds for organizations whose last invoice is made: it is made out to
// whom their billing account names.
func billed(s *sql.Selector) {
	s.Where(sql.ExprP(`NOT EXISTS (SELECT FROM "billing_subscriptions" AS "b" WHERE "b"."reseller_id" = ` + s.C("reseller_id") +
		` AND "b"."organization_id" = ` + s.C("id") + ` AND NOT "b"."settled")`))
}
