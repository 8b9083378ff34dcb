package billing

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/billingaccount"
	"tenantry/ent/db/billingsubscription"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// AccountPatch says what to set of a billing account.
type AccountPatch struct {
	ExpectedVersion                           *int
	Name, Email, Address, TaxNumber, Currency Set[string]
	PaymentDays                               Set[int]
}

// AccountSet sets whom a customer's invoices are made out to; the first time
// it needs a name and an address for mail. Refusals: NOT_FOUND, WRONG_STATE,
// STALE, REQUIRED, INVALID, TOO_LONG, CONFLICT. [000]
func (s *Service) AccountSet(ctx context.Context, organizationID uuid.UUID, in AccountPatch) (*db.BillingAccount, error) {
	var set *db.BillingAccount
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, err := lockOrganization(ctx, tx, organizationID)
		if err != nil {
			return err
		}
		if err := rule.Deny(s.Authorizer.BillingAccount(authz.FromContext(ctx), authz.BillingAccountActionUpdate, at(org)), "organizationId"); err != nil {
			return err
		}
		if err := customer(org, "organizationId"); err != nil {
			return err
		}
		before, err := tx.Client.BillingAccount.Query().Where(billingaccount.OrganizationID(org.ID)).Only(ctx)
		if err != nil && !db.IsNotFound(err) {
			return fmt.Errorf("read billing account of organization %s: %w", org.ID, err)
		}
		version := 0
		if before != nil {
			version = before.Version
		}
		if err := rule.Stale(in.ExpectedVersion, version, "input.expectedVersion"); err != nil {
			return err
		}
		h, err := s.house(ctx, tx)
		if err != nil {
			return err
		}
		after, err := merged(before, in, h.currency)
		if err != nil {
			return err
		}
		if err := s.currencyFits(ctx, tx, org.ID, after.Currency); err != nil {
			return err
		}
		set, err = s.writeAccount(ctx, tx, org, before, after)
		return err
	})
	return set, err
}

// merged is the account as it is to be.
func merged(before *db.BillingAccount, in AccountPatch, code string) (*db.BillingAccount, error) {
	a := db.BillingAccount{Currency: code, PaymentDays: paymentDays}
	if before != nil {
		a = *before
	}
	var errs fault.Refusals
	a.Name = rule.Line(&errs, "input.name", in.Name.or(a.Name), maxBillTo)
	if a.Name == "" && !errs.At("input.name") {
		errs.Add(fault.Required, "input.name", "A name is required.")
	}
	a.Email = rule.Email(&errs, "input.email", in.Email.or(a.Email)).Text
	a.Address = rule.Clean(&errs, "input.address", in.Address.or(a.Address), maxAddress)
	a.TaxNumber = rule.Line(&errs, "input.taxNumber", in.TaxNumber.or(a.TaxNumber), maxTaxNumber)
	if in.Currency.Given {
		if a.Currency = code; in.Currency.Value != nil {
			if c := rule.Checked(&errs, "input.currency", in.Currency.Value, 3, currencyCode); c != nil {
				a.Currency = *c
			}
		}
	}
	if in.PaymentDays.Given {
		if a.PaymentDays = paymentDays; in.PaymentDays.Value != nil {
			a.PaymentDays = *in.PaymentDays.Value
		}
		between(&errs, "input.paymentDays", a.PaymentDays, 0, MaxPaymentDays)
	}
	return &a, errs.Err()
}

// currencyFits refuses another currency than that of the live subscription.
func (s *Service) currencyFits(ctx context.Context, tx *database.Tx, organizationID uuid.UUID, code string) error {
	live, err := tx.Client.BillingSubscription.Query().Where(billingsubscription.OrganizationID(organizationID),
		billingsubscription.StatusNEQ(billingsubscription.StatusCANCELED)).Only(ctx)
	switch {
	case db.IsNotFound(err):
		return nil
	case err != nil:
		return fmt.Errorf("read subscription of organization %s: %w", organizationID, err)
	case live.Terms.Currency != code:
		return fault.Refuse(fault.Conflict, "input.currency", "The subscription is in %s.", live.Terms.Currency)
	}
	return nil
}

func (s *Service) writeAccount(ctx context.Context, tx *database.Tx, org *db.Organization, before, a *db.BillingAccount) (*db.BillingAccount, error) {
	now := s.now()
	old, action := before, "billing_account.updated"
	if before == nil {
		old, action = &db.BillingAccount{}, "billing_account.created"
	}
	changes := slices.Concat(
		audit.Text("name", old.Name, a.Name), audit.Text("email", old.Email, a.Email),
		audit.Text("address", old.Address, a.Address), audit.Text("taxNumber", old.TaxNumber, a.TaxNumber),
		audit.Text("currency", old.Currency, a.Currency),
	)
	if before == nil || before.PaymentDays != a.PaymentDays {
		changes = append(changes, audit.Text("paymentDays", "", strconv.Itoa(a.PaymentDays))...)
	}
	switch {
	case before == nil:
		a.ID = schema.NewID()
		if err := tx.Client.BillingAccount.Create().SetID(a.ID).SetAccountID(org.AccountID).SetOrganizationID(org.ID).
			SetName(a.Name).SetSortName(rule.Fold(a.Name)).SetEmail(a.Email).SetAddress(a.Address).SetTaxNumber(a.TaxNumber).
			SetCurrency(a.Currency).SetPaymentDays(a.PaymentDays).SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx); err != nil {
			return nil, fmt.Errorf("create billing account of organization %s: %w", org.ID, err)
		}
	case len(changes) == 0:
		return before, nil
	default:
		if err := tx.Client.BillingAccount.Update().Where(billingaccount.ID(a.ID)).
			SetName(a.Name).SetSortName(rule.Fold(a.Name)).SetEmail(a.Email).SetAddress(a.Address).SetTaxNumber(a.TaxNumber).
			SetCurrency(a.Currency).SetPaymentDays(a.PaymentDays).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
			return nil, fmt.Errorf("update billing account %s: %w", a.ID, err)
		}
	}
	if err := audit.Record(ctx, tx, accountEvent(org, a, now, action, changes)); err != nil {
		return nil, err
	}
	set, err := tx.Client.BillingAccount.Query().Where(billingaccount.ID(a.ID)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read billing account %s: %w", a.ID, err)
	}
	return set, nil
}

func accountEvent(org *db.Organization, a *db.BillingAccount, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: org.ID, AccountID: org.AccountID,
		TargetType: "BillingAccount", TargetID: a.ID, TargetName: a.Name, Changes: changes,
	}
}

// AccountTarget is what the policy needs to know about a billing account; of
// none, nothing.
func AccountTarget(a *db.BillingAccount) authz.BillingTarget {
	if a == nil {
		return authz.BillingTarget{}
	}
	return authz.BillingTarget{ID: a.ID, OrganizationID: a.OrganizationID, AccountID: a.AccountID}
}
