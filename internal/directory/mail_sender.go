package directory

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/reseller"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// SenderName is the name the mails of a reseller are sent under.
func SenderName(r *db.Reseller) string {
	if r.SenderName != "" {
		return r.SenderName
	}
	return r.Name
}

// MailSenderSet changes the name mails are sent under; nil brings back the
// reseller's own. The name is one of words, never an address. Takes branding:manage at the root. Refusals: TOO_LONG, INVALID.
func (s *Service) MailSenderSet(ctx context.Context, name *string) (*db.Reseller, error) {
	viewer := authz.FromContext(ctx)
	if !s.Authorizer.Has(viewer, []uuid.UUID{viewer.RootID}, authz.BrandingManage) {
		return nil, deny(authz.Verdict{Code: authz.Forbidden, Permissions: []authz.Permission{authz.BrandingManage},
			Message: "You do not have the permission for this."}, "")
	}
	var errs fault.Refusals
	text := ""
	if name != nil {
		text = strings.Join(strings.Fields(line(&errs, "name", *name, maxName)), " ")
		if strings.ContainsAny(text, "@<>") { // programs show a name that looks like an address as one
			errs.Add(fault.Invalid, "name", "The name cannot hold @, < or >.")
		}
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var changed *db.Reseller
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		r, err := tx.Client.Reseller.Query().Where(reseller.ID(viewer.ResellerID)).ForUpdate().Only(ctx)
		if err != nil {
			return fmt.Errorf("read reseller %s: %w", viewer.ResellerID, err)
		}
		if changed = r; r.SenderName == text {
			return nil
		}
		now := s.Now()
		if err := tx.Client.Reseller.Update().Where(reseller.ID(r.ID)).SetSenderName(text).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
			return fmt.Errorf("set the sender of reseller %s: %w", r.ID, err)
		}
		if err := audit.Record(ctx, tx, audit.Event{
			At: now, Action: "mail.sender_changed", OrganizationID: r.RootOrganizationID, AccountID: r.RootOrganizationID,
			TargetType: "Organization", TargetID: r.RootOrganizationID, TargetName: r.Name,
			Changes: audit.Text("senderName", r.SenderName, text),
		}); err != nil {
			return err
		}
		changed.SenderName = text
		return nil
	})
	return changed, err
}
