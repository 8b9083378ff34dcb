package database

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/intercept"
)

// ErrNoTenant is what a query or a change answers when the context names no
// tenant: no viewer, no rows.
var ErrNoTenant = errors.New("no tenant in the context")

// ErrOtherTenant is what a change answers that would write another tenant's row.
var ErrOtherTenant = errors.New("the row belongs to another tenant")

type resellerKey struct{}

// WithReseller names the reseller whose rows are meant where nobody is signed
// in: signing in, accepting an invitation, jobs. It stands above the viewer.
func WithReseller(ctx context.Context, resellerID uuid.UUID) context.Context {
	return context.WithValue(ctx, resellerKey{}, resellerID)
}

// tenancy is what a context may see: a whole reseller, or one account of it.
type tenancy struct {
	reseller uuid.UUID
	account  uuid.UUID // zero: every account
	actor    uuid.UUID // zero: nobody is signed in
}

func tenancyOf(ctx context.Context) (tenancy, error) {
	if id, ok := ctx.Value(resellerKey{}).(uuid.UUID); ok && id != uuid.Nil {
		return tenancy{reseller: id}, nil
	}
	v := authz.FromContext(ctx)
	switch {
	case v == nil || v.ResellerID == uuid.Nil || v.AccountID == uuid.Nil:
		return tenancy{}, ErrNoTenant
	case v.Staff():
		return tenancy{reseller: v.ResellerID, actor: v.UserID}, nil
	default:
		return tenancy{reseller: v.ResellerID, account: v.AccountID, actor: v.UserID}, nil
	}
}

// ResellerOf is the reseller whose rows a context means, or ErrNoTenant.
func ResellerOf(ctx context.Context) (uuid.UUID, error) {
	t, err := tenancyOf(ctx)
	return t.reseller, err
}

// kind says how the rows of an entity belong to a tenant.
type kind uint8

const (
	global       kind = iota // knows no tenant
	root                     // is the tenant: its id is the reseller
	ofActor                  // carries reseller_id and actor_id: each has his own
	ofAccount                // carries reseller_id and account_id
	ofAccountSys             // the same, and rows marked system are everybody's to read
	ofStaff                  // carries reseller_id alone: no customer's people see or change any
)

// kinds names every entity; one that is missing cannot be used at all.
var kinds = map[string]kind{
	db.TypeLoginDirectory:    global,
	db.TypeSignInThrottle:    global,
	db.TypeSignInChallenge:   global,
	db.TypeReseller:          root,
	db.TypeIdempotencyRecord: ofActor,
	db.TypeRole:              ofAccountSys,
	db.TypeOrganization:      ofAccount,
	db.TypeUser:              ofAccount,
	db.TypeMembership:        ofAccount,
	db.TypeModuleGrant:       ofAccount,
	db.TypeSubAccountGrant:   ofAccount,
	db.TypeRolePermission:    ofAccount,
	db.TypeRoleAssignment:    ofAccount,
	db.TypeInvitation:        ofAccount,
	db.TypeSession:           ofAccount,
	db.TypeTotpCredential:    ofAccount,
	db.TypeRecoveryCode:      ofAccount,
	db.TypePasskey:           ofAccount,
	db.TypeActionToken:       ofAccount,
	db.TypeJob:               ofAccount,
	db.TypeJobItem:           ofAccount,
	db.TypeJobChunk:          ofAccount,
	db.TypeUserCounter:       ofAccount,
	db.TypeDeadMail:          ofAccount,
	db.TypeCreditEntry:       ofAccount,
	db.TypeImpersonation:     ofAccount,
	db.TypeAuditEvent:        ofAccount,

	db.TypePlan:                ofAccount,
	db.TypeBillingSubscription: ofAccount,
	db.TypeBillingAccount:      ofAccount,
	db.TypeInvoice:             ofAccount,
	db.TypeInvoiceLine:         ofAccount,
	db.TypeInvoicePayment:      ofAccount,
	db.TypeInvoiceCounter:      ofAccount,
	db.TypeUsageRollup:         ofAccount,
	db.TypeReportSchedule:      ofAccount,
	db.TypeReportRecipient:     ofAccount,
	db.TypeBranding:            ofAccount,
	db.TypeBrandingLogo:        ofAccount,
	db.TypeBrandingHost:        global,
	db.TypeCustomModel:         ofAccount,
	db.TypeStorageAccount:      ofAccount,
	db.TypeWebhookEndpoint:     ofAccount,
	db.TypeAPICredential:       ofAccount,
	db.TypeStatusSubscription:  ofAccount,
	db.TypeOrganizationCounter: ofStaff,
	db.TypeAPIService:          ofStaff,
	db.TypeServiceIncident:     ofStaff,
	db.TypeServiceIncidentNews: ofStaff,
	db.TypeReleaseNote:         ofStaff,
}

// Predicate is the tenant scope of an entity (db.TypeUser, …) as a predicate,
// for the inner part of a statement that the interceptor cannot reach.
func Predicate(ctx context.Context, entity string) (func(*sql.Selector), error) {
	return predicate(ctx, entity, false)
}

// predicate is narrower for changes: what is everybody's to read is its
// owner's to change.
func predicate(ctx context.Context, entity string, change bool) (func(*sql.Selector), error) {
	k, known := kinds[entity]
	if !known {
		return nil, fmt.Errorf("scope of %s: %w: the entity has no rule", entity, ErrNoTenant)
	}
	if k == global {
		return func(*sql.Selector) {}, nil
	}
	s, err := tenancyOf(ctx)
	if err != nil {
		return nil, fmt.Errorf("scope of %s: %w", entity, err)
	}
	return func(sel *sql.Selector) {
		if k == root {
			sel.Where(sql.EQ(sel.C("id"), s.reseller))
			return
		}
		sel.Where(sql.EQ(sel.C("reseller_id"), s.reseller))
		switch {
		case k == ofActor && s.actor != uuid.Nil:
			sel.Where(sql.EQ(sel.C("actor_id"), s.actor))
		case k == ofActor || s.account == uuid.Nil:
		case k == ofStaff:
			sel.Where(sql.False())
		case k == ofAccountSys && !change:
			sel.Where(sql.Or(sql.EQ(sel.C("account_id"), s.account), sql.EQ(sel.C("system"), true)))
		default:
			sel.Where(sql.EQ(sel.C("account_id"), s.account))
		}
	}, nil
}

// scoped makes an ent client whose every query and change keeps to the tenant.
func scoped(drv dialect.Driver) *db.Client {
	client := db.NewClient(db.Driver(upsertDriver{drv}))
	client.Intercept(intercept.TraverseFunc(func(ctx context.Context, q intercept.Query) error {
		p, err := Predicate(ctx, q.Type())
		if err != nil {
			return err
		}
		q.WhereP(p)
		return nil
	}))
	client.Use(scopeMutation)
	return client
}

func scopeMutation(next db.Mutator) db.Mutator {
	return db.MutateFunc(func(ctx context.Context, m db.Mutation) (db.Value, error) {
		k, known := kinds[m.Type()]
		switch {
		case !known:
			return nil, fmt.Errorf("change %s: %w: the entity has no rule", m.Type(), ErrNoTenant)
		case k == global:
			return next.Mutate(ctx, m)
		case m.Op().Is(db.OpCreate):
			if err := scopeCreate(ctx, m, k); err != nil {
				return nil, fmt.Errorf("create %s: %w", m.Type(), err)
			}
			return next.Mutate(ctx, m)
		case m.Op().Is(db.OpUpdateOne | db.OpDeleteOne):
			return nil, fmt.Errorf("change %s: use Update().Where(…): a change by id alone reads the row again without its tenant", m.Type())
		}
		p, err := predicate(ctx, m.Type(), true)
		if err != nil {
			return nil, err
		}
		m.(interface{ WhereP(...func(*sql.Selector)) }).WhereP(p)
		return next.Mutate(ctx, m)
	})
}

// scopeCreate refuses a row of another tenant and fills in whose it is.
func scopeCreate(ctx context.Context, m db.Mutation, k kind) error {
	s, err := tenancyOf(ctx)
	if err != nil {
		return err
	}
	if k == root {
		if id, ok := m.(interface{ ID() (uuid.UUID, bool) }).ID(); !ok || id != s.reseller {
			return ErrOtherTenant
		}
		return nil
	}
	if err := own(m, "reseller_id", s.reseller); err != nil {
		return err
	}
	switch {
	case k == ofActor && s.actor != uuid.Nil:
		return own(m, "actor_id", s.actor)
	case k == ofActor || s.account == uuid.Nil:
		return nil
	case k == ofStaff:
		return ErrOtherTenant
	case k == ofAccountSys:
		if system, ok := m.Field("system"); ok && system != false {
			return ErrOtherTenant // it would be everybody's
		}
	}
	return own(m, "account_id", s.account)
}

// own fills in a column that says whose the row is; it can hold nothing else.
func own(m db.Mutation, column string, id uuid.UUID) error {
	switch v, ok := m.Field(column); {
	case !ok:
		return m.SetField(column, id)
	case v != id:
		return ErrOtherTenant
	}
	return nil
}
