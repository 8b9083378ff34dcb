package commerce

import (
	"context"
	"encoding/json"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/organization"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/export"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// Statement is the file of a statement.
type Statement struct {
	OrganizationID uuid.UUID
	List           json.RawMessage // arguments of the list, which its own code has checked
	Format         export.Format
	IdempotencyKey *string
}

// StatementColumns are the columns of a statement.
func StatementColumns() []string {
	return []string{"createdAt", "type", "amount", "balanceAfter", "counterpart", "usedBy", "reference", "reason", "occurredAt", "id"}
}

// StatementsAllowed reports whether a viewer may read any statement at all; of
// the one that is wanted, its list decides.
func StatementsAllowed(a *authz.Authorizer, v *authz.Viewer) bool {
	return a.Anywhere(v).HasAny(authz.OrganizationCreditRead, authz.ModulePaymentAccess)
}

// CreditStatementExport orders a file of the statement of an organization.
// Refusals: NOT_FOUND, WRONG_STATE, TOO_LONG, LIMIT_REACHED,
// IDEMPOTENCY_KEY_REUSED. [002]
func (s *Service) CreditStatementExport(ctx context.Context, in Statement) (*db.Job, error) {
	var errs fault.Refusals
	key := rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var o *db.Organization
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) (err error) {
		if o, err = tx.Client.Organization.Query().Where(organization.ID(in.OrganizationID)).Only(ctx); db.IsNotFound(err) {
			return missing("input.organizationId")
		} else if err != nil {
			return err
		}
		return s.credits(authz.FromContext(ctx), o, "input.organizationId", authz.OrganizationCreditRead, authz.ModulePaymentAccess)
	})
	if err != nil {
		return nil, err
	}
	return s.Exports.CreateOf(ctx, "creditStatementExport", export.Order{
		Kind: job.KindEXPORT, Name: export.Statement, List: in.List, Format: in.Format, Columns: StatementColumns(), IdempotencyKey: key,
		Audit: audit.Text("organization", "", o.Name),
	})
}
